/** The application from a terminal. Ends with 0 when it went well, 1 when it was refused, 2 when it was typed wrong. */
import { understand } from './arguments.ts'
import { call } from './call.ts'
import { check } from './check.ts'
import type { CommandName } from './commands.ts'
import { exportWord, network } from './documents.ts'
import { contacts, exportAll, importAll } from './exchange.ts'
import { help } from './help.ts'
import { importMinutes } from './import.ts'
import { read } from './read.ts'
import { meetings, show } from './meetings.ts'
import { search } from './search.ts'
import { codedError, openSession, type Exit, type Session } from './session.ts'

/** Runs in an open session with what stood after the command. */
export type Command = (session: Session, places: readonly string[]) => Promise<Exit> | Exit

const commands: Readonly<Record<CommandName, Command>> = {
  import: importMinutes,
  read,
  meetings,
  show,
  search,
  export: exportWord,
  network,
  check,
  contacts,
  'export-all': exportAll,
  'import-all': importAll,
  call,
  help,
}

/** @param args what was typed after `kansli` */
export async function main(args: string[]): Promise<Exit> {
  const typed = understand(args)
  // A reader that stops early (`| head`) is no fault.
  process.stdout.on('error', () => undefined)
  if (!typed.ok) {
    process.stderr.write(`${typed.sentence}\n`)
    if (typed.json) process.stdout.write(`${JSON.stringify({ error: { code: 'usage', message: typed.sentence } })}\n`)
    return 2
  }
  const { words, options } = typed
  const session = openSession(words, options)
  try {
    return await commands[typed.command](session, typed.places)
  } catch (error) {
    const known = codedError(error)
    const message = words.error(known)
    if (known.code === 'call.internal' && error instanceof Error) session.remark(error.stack ?? error.message)
    session.remark(`${message} [${known.code}]`)
    if (options.json) session.print(JSON.stringify({ error: { ...known, message } }, null, 2))
    return 1
  } finally {
    session.close()
  }
}
