/** What became of the Word document: where it is, and what is worth a look in it. */
import { useT } from '../../../i18n/i18n.ts'
import { ErrorMessage, Message } from '../../../ui/message.tsx'
import { wordSentence } from '../../../i18n/word-finding.ts'
import { useWord, type WordState } from './word.ts'

/** Whether there is anything to say about this meeting's document. */
export function saysSomething(word: WordState, meetingId: string): boolean {
  return word.step !== 'none' && word.meetingId === meetingId && word.step !== 'running'
}

export function WordTab() {
  const t = useT()
  const word = useWord()
  if (word.step === 'failed') return <ErrorMessage error={word.error} />
  if (word.step !== 'done') return null
  return (
    <div className="word-tab">
      <Message tone="ok" title={t('meetings:word.saved')}>
        <p className="word-file">{word.file}</p>
      </Message>
      {word.findings.length === 0 ? (
        <p className="text-2">{t('meetings:word.clean')}</p>
      ) : (
        <>
          <p className="text-2">{t('meetings:word.findings', { count: word.findings.length })}</p>
          <ul className="word-findings">
            {word.findings.map((finding, index) => (
              <li key={index}>{wordSentence(finding)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
