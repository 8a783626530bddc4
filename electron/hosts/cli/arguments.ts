/** From what was typed to a command with its options, or the sentence that says what is wrong with it. */
import { parseArgs } from 'node:util'
import { systemLanguage, wordsIn, type Words } from '../words.ts'
import { findingKinds } from '#contract/findings.ts'
import { commandTable, isCommand, optionTable, usageLine, type CommandName, type OptionName } from './commands.ts'

export type Options = {
  workspace?: string
  to?: string
  /** `all`, or a kind of proposals. */
  accept?: string
  theme: 'light' | 'dark'
  yes: boolean
  again: boolean
  /** Private notes go along. */
  'with-notes'?: boolean
  json: boolean
}

export type Typed =
  | { ok: true; command: CommandName; places: string[]; options: Options; words: Words }
  | { ok: false; sentence: string; words: Words; json: boolean }

type Token = ReturnType<typeof tokensOf>[number]

/** Every option is known by name to the parser; which command takes which is judged afterwards, in words. */
function tokensOf(args: string[]) {
  const options = Object.fromEntries(
    Object.entries(optionTable).map(([name, { type, ...rest }]) => [
      name,
      'short' in rest ? { type, short: rest.short } : { type },
    ]),
  )
  return parseArgs({
    args,
    options: { ...options, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
    strict: false,
    tokens: true,
  }).tokens
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(optionTable, name)
}

function languageIn(tokens: readonly Token[]): string | undefined {
  const found = tokens.findLast((token) => token.kind === 'option' && token.name === 'lang')
  return found?.kind === 'option' ? found.value : undefined
}

export function understand(args: string[]): Typed {
  const tokens = tokensOf(args)
  const asked = languageIn(tokens)
  const words = wordsIn(asked === 'sv' || asked === 'en' ? asked : systemLanguage())
  const { t } = words
  const given = tokens.filter((token) => token.kind === 'option')
  const json = given.some((token) => token.name === 'json')
  const wrong = (sentence: string): Typed => ({ ok: false, sentence, words, json })

  const places = tokens.filter((token) => token.kind === 'positional').map((token) => token.value)
  const first = places.shift()
  const wantsHelp = first === undefined || given.some((token) => token.name === 'help')
  if (first !== undefined && !isCommand(first)) return wrong(t('usage.unknownCommand', { command: first }))
  if (wantsHelp) {
    const about = first === undefined || first === 'help' ? [] : [first]
    return {
      ok: true,
      command: 'help',
      places: about,
      options: { theme: 'light', yes: false, again: false, json },
      words,
    }
  }
  const shape = commandTable[first]
  const usage = usageLine(first)

  const values: Partial<Record<OptionName, string | true>> = {}
  for (const token of given) {
    if (!isOption(token.name) || !shape.options.includes(token.name))
      return wrong(t('usage.unknownOption', { option: token.rawName, command: first }))
    if (optionTable[token.name].type === 'boolean') {
      if (token.value !== undefined)
        return wrong(t('usage.unknownOption', { option: `${token.rawName}=`, command: first }))
      values[token.name] = true
      continue
    }
    if (token.value === undefined || token.value === '')
      return wrong(t('usage.missingValue', { option: token.rawName }))
    values[token.name] = token.value
  }
  if (asked !== undefined && asked !== 'sv' && asked !== 'en') return wrong(t('usage.badLang'))
  if (values.theme !== undefined && values.theme !== 'light' && values.theme !== 'dark')
    return wrong(t('usage.missing', { what: 'light|dark', usage }))
  const { accept } = values
  if (accept !== undefined && accept !== 'all' && !findingKinds.some((kind) => kind === accept))
    return wrong(t('usage.missing', { what: `all|${findingKinds.join('|')}`, usage }))
  // An empty argument is what a variable that was never set leaves behind: it is none.
  const filled = places.includes('') ? places.indexOf('') : places.length
  const missing = shape.takes[filled]
  if ((filled < shape.least || filled < places.length) && missing !== undefined)
    return wrong(t('usage.missing', { what: missing, usage }))
  if (places.length > shape.takes.length) return wrong(t('usage.tooMany', { usage }))
  const lacking = shape.needs.find((option) => values[option] === undefined)
  if (lacking !== undefined) return wrong(t('usage.missing', { what: `--${lacking}`, usage }))

  const { workspace, to } = values
  const options: Options = {
    ...(typeof workspace === 'string' ? { workspace } : {}),
    ...(typeof to === 'string' ? { to } : {}),
    ...(typeof accept === 'string' ? { accept } : {}),
    theme: values.theme === 'dark' ? 'dark' : 'light',
    yes: values.yes === true,
    again: values.again === true,
    'with-notes': values['with-notes'] === true,
    json,
  }
  return { ok: true, command: first, places, options, words }
}
