/** What is worth a look in the Word document that was just saved. */
import { useEffect, useState } from 'react'
import type { Output } from '#contract/methods.ts'
import { loadWords, useT } from '../../i18n/i18n.ts'
import { wordSentence } from '../../i18n/word-finding.ts'
import { Message } from '../../ui/message.tsx'

export function WordFindings({ file, findings }: { file: string; findings: Output<'word.export'>['findings'] }) {
  const t = useT()
  const [ready, setReady] = useState(false)
  useEffect(() => {
    void loadWords('word').then(() => setReady(true))
  }, [])
  if (!ready) return null
  return (
    <Message title={t('start:wordSaved', { file })}>
      <p>{t('start:wordFindings', { count: findings.length })}</p>
      <ul className="hero-findings">
        {findings.map((finding, index) => (
          <li key={index}>{wordSentence(finding)}</li>
        ))}
      </ul>
    </Message>
  )
}
