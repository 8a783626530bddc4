/** `kansli help`, `kansli help COMMAND`, `kansli help call METHOD`: read from the same tables as the parser and the core. */
import { z } from 'zod'
import { methods } from '#contract/methods.ts'
import { commandTable, isCommand, optionTable, usageLine, type CommandName } from './commands.ts'
import type { Exit, Session } from './session.ts'

function commandLines(session: Session, name: CommandName): string[] {
  const { t } = session.words
  const width = 24
  const options = commandTable[name].options.map((option) => {
    const { value, label } = optionTable[option]
    return `  ${`--${option}${value === null ? '' : ` ${value}`}`.padEnd(width)}${t(label)}`
  })
  return [usageLine(name), `  ${t(`help.${name}`)}`, '', t('help.options'), ...options]
}

function overview(session: Session): string[] {
  const { t } = session.words
  // Keys of the table are its command names.
  const names = Object.keys(commandTable) as CommandName[]
  return [
    t('help.head'),
    '',
    t('help.commands'),
    ...names.flatMap((name) => [`  ${usageLine(name)}`, `      ${t(`help.${name}`)}`]),
    '',
    t('help.exits'),
    ...[t('help.exit0'), t('help.exit1'), t('help.exit2')].map((line) => `  ${line}`),
  ]
}

function methodLines(session: Session): string[] {
  return [session.words.t('help.methods'), ...Object.entries(methods).map(([name, { kind }]) => `  ${name}  (${kind})`)]
}

export function help(session: Session, [about, method]: readonly string[]): Exit {
  const { t } = session.words
  if (about === undefined) overview(session).forEach(session.print)
  else if (!isCommand(about)) {
    session.remark(t('usage.unknownCommand', { command: about }))
    return 2
  } else if (about === 'call' && method !== undefined) {
    const found = Object.entries(methods).find(([name]) => name === method)
    if (found === undefined) {
      session.remark(session.words.error({ code: 'call.unknown-method', params: { method } }))
      return 2
    }
    session.print(JSON.stringify(z.toJSONSchema(found[1].input, { io: 'input', unrepresentable: 'any' }), null, 2))
  } else {
    commandLines(session, about).forEach(session.print)
    if (about === 'call') ['', ...methodLines(session)].forEach(session.print)
  }
  return 0
}
