/** `kansli check FILE.docx`: what fails in a minutes document, in plain words. */
import type { DocumentFinding } from '#contract/word.ts'
import type { Exit, Session } from './session.ts'

export function findingLine({ words }: Session, finding: DocumentFinding): string {
  return words.t('check.finding', { number: finding.check, text: words.finding(finding) })
}

/** Ends with 1 when something is wrong. */
export async function check(session: Session, [file = '']: readonly string[]): Promise<Exit> {
  const { t } = session.words
  const bytes = await session.read(file)
  const { findings } = await session.call('word.check', { base64: Buffer.from(bytes).toString('base64') })
  if (session.options.json) {
    session.print(
      JSON.stringify(
        { file, findings: findings.map((one) => ({ ...one, message: session.words.finding(one) })) },
        null,
        2,
      ),
    )
  } else if (findings.length === 0) session.print(t('check.clean', { file }))
  else {
    session.print(t('check.found', { file, count: findings.length }))
    for (const finding of findings) session.print(findingLine(session, finding))
  }
  return findings.length === 0 ? 0 : 1
}
