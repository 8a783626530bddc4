/** The commands of the terminal: what each takes, so that help, parsing and usage sentences read one list. */
import type { CliKey } from '../words.ts'

export const optionTable = {
  workspace: { type: 'string', short: 'w', label: 'help.optWorkspace', value: 'W.kansli' },
  to: { type: 'string', short: 'o', label: 'help.optTo', value: 'FILE' },
  yes: { type: 'boolean', short: 'y', label: 'help.optYes', value: null },
  accept: { type: 'string', label: 'help.optAccept', value: 'all|KIND' },
  again: { type: 'boolean', label: 'help.optAgain', value: null },
  theme: { type: 'string', label: 'help.optTheme', value: 'light|dark' },
  'with-notes': { type: 'boolean', label: 'help.optNotes', value: null },
  json: { type: 'boolean', label: 'help.optJson', value: null },
  lang: { type: 'string', label: 'help.optLang', value: 'sv|en' },
} as const satisfies Record<string, { type: 'string' | 'boolean'; short?: string; label: CliKey; value: string | null }>

export type OptionName = keyof typeof optionTable

export type CommandName =
  | 'import'
  | 'read'
  | 'meetings'
  | 'show'
  | 'search'
  | 'export'
  | 'network'
  | 'check'
  | 'call'
  | 'contacts'
  | 'export-all'
  | 'import-all'
  | 'help'

export type CommandShape = {
  /** Names of what stands after the command, in order. */
  takes: readonly string[]
  /** So many of them must be there. */
  least: number
  options: readonly OptionName[]
  /** Options that must be there. */
  needs: readonly OptionName[]
}

const everywhere = ['json', 'lang'] as const

export const commandTable: Readonly<Record<CommandName, CommandShape>> = {
  import: { takes: ['FILE'], least: 1, options: ['workspace', 'yes', 'again', ...everywhere], needs: ['workspace'] },
  read: { takes: ['FILE'], least: 1, options: ['workspace', 'accept', 'again', ...everywhere], needs: ['workspace'] },
  meetings: { takes: [], least: 0, options: ['workspace', ...everywhere], needs: ['workspace'] },
  show: { takes: ['DATE|ID|latest'], least: 1, options: ['workspace', ...everywhere], needs: ['workspace'] },
  search: { takes: ['QUERY'], least: 1, options: ['workspace', ...everywhere], needs: ['workspace'] },
  export: { takes: ['DATE|ID|latest'], least: 1, options: ['workspace', 'to', ...everywhere], needs: ['workspace'] },
  network: { takes: [], least: 0, options: ['workspace', 'to', 'theme', ...everywhere], needs: ['workspace'] },
  check: { takes: ['FILE.docx'], least: 1, options: [...everywhere], needs: [] },
  contacts: { takes: ['FILE'], least: 1, options: ['workspace', 'yes', ...everywhere], needs: ['workspace'] },
  'export-all': {
    takes: [],
    least: 0,
    options: ['workspace', 'to', 'with-notes', ...everywhere],
    needs: ['workspace'],
  },
  'import-all': { takes: ['FILE.json'], least: 1, options: ['workspace', ...everywhere], needs: ['workspace'] },
  call: { takes: ['METHOD', 'JSON'], least: 1, options: ['workspace', 'to', ...everywhere], needs: [] },
  help: { takes: ['COMMAND', 'METHOD'], least: 0, options: [...everywhere], needs: [] },
}

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commandTable, name)
}

/** One line: `kansli show DATE|ID|latest --workspace W.kansli [--json]`. */
export function usageLine(name: CommandName): string {
  const shape = commandTable[name]
  const places = shape.takes.map((what, index) => (index < shape.least ? what : `[${what}]`))
  const options = shape.options.map((option) => {
    const { value } = optionTable[option]
    const text = value === null ? `--${option}` : `--${option} ${value}`
    return shape.needs.includes(option) ? text : `[${text}]`
  })
  return ['kansli', name, ...places, ...options].join(' ')
}
