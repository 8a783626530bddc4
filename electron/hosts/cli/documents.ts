/** `kansli export` and `kansli network`: the meeting as Word, the network as a picture. */
import { findingLine } from './check.ts'
import { sayFlags } from './flags.ts'
import type { Exit, Session } from './session.ts'

/** A draft always leaves: what the check finds is said, and is no refusal. */
export async function exportWord(session: Session, [which = '']: readonly string[]): Promise<Exit> {
  session.open(false)
  const { id } = await session.call('meetings.show', { which })
  const { saved, findings } = await session.call('word.export', { meetingId: id })
  if (session.options.json) {
    session.print(
      JSON.stringify(
        { saved, findings: findings.map((one) => ({ ...one, message: session.words.finding(one) })) },
        null,
        2,
      ),
    )
    return 0
  }
  session.print(session.words.t('export.written', { file: saved }))
  if (findings.length > 0) session.print(session.words.t('export.findings', { count: findings.length }))
  for (const finding of findings) session.print(findingLine(session, finding))
  return 0
}

export async function network(session: Session): Promise<Exit> {
  session.open(false)
  await sayFlags(session, 'network.svg')
  const { saved } = await session.call('network.svg', {
    language: session.words.language,
    theme: session.options.theme,
  })
  session.print(
    session.options.json ? JSON.stringify({ saved }, null, 2) : session.words.t('export.written', { file: saved }),
  )
  return 0
}
