/** `kansli call METHOD JSON`: any method of the table, for scripts. */
import { sayFlags } from './flags.ts'
import type { Exit, Session } from './session.ts'

export async function call(session: Session, [name = '', typed]: readonly string[]): Promise<Exit> {
  let input: unknown = {}
  try {
    if (typed !== undefined)
      input = JSON.parse(typed === '-' ? new TextDecoder().decode(await session.read('-')) : typed)
  } catch {
    session.remark(session.words.t('usage.badJson', { usage: `kansli call ${name} '{"…": …}'` }))
    return 2
  }
  session.open(false)
  await sayFlags(session, name, input)
  session.print(JSON.stringify(await session.callAny(name, input), null, 2))
  return 0
}
