/** The command line as a person or a script uses it, each command a process of its own, on invented minutes. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { meetingJson } from '#contract/minutes.ts'
import { understand } from '#hosts/cli/arguments.ts'
import { commandTable } from '#hosts/cli/commands.ts'
import { kansliIn, projectRoot, type Ended } from '../../helpers/terminal.ts'

const twin = join(projectRoot, 'test/fixtures/minutes/twin.txt')
let folder: string

const kansli = (args: string[], stdin = '') => kansliIn(folder, args, stdin)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kansli-cli-'))
  const { code, out } = await kansli(['import', twin, '--workspace', 'w.kansli', '--yes'])
  if (code !== 0) throw new Error(out)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const workspace = ['--workspace', 'w.kansli']

describe('what is typed', () => {
  it.each([
    [['frob'], 'no command “frob”'],
    [['meetings'], '--workspace is missing'],
    [['meetings', '--workspace'], '--workspace needs a value'],
    [['meetings', '--frob', '-w', 'a'], 'no option --frob'],
    [['meetings', '--to', 'x', '-w', 'a'], 'no option --to'],
    [['show', '-w', 'a'], 'DATE|ID|latest is missing'],
    [['show', 'a', 'b', '-w', 'a'], 'Too many'],
    [['network', '-w', 'a', '--theme', 'blue'], 'light|dark is missing'],
    [['check', 'a', '--lang', 'de'], 'sv or en'],
    [['import', 'a', '-w', 'a', '--yes=1'], 'no option --yes='],
  ])('%j is answered with what is wrong: %s', (args, sentence) => {
    process.env['LC_ALL'] = 'en_GB.UTF-8'
    const typed = understand(args)
    expect(typed.ok).toBe(false)
    expect(typed.ok ? '' : typed.sentence).toContain(sentence)
  })

  it('takes a path that begins with a dash after two of them', () => {
    const typed = understand(['check', '--', '-a.docx'])
    expect(typed.ok && typed.places).toEqual(['-a.docx'])
  })

  it('ends with 2 when it is wrong, and says so in JSON where JSON is asked for', async () => {
    const { code, out } = await kansli(['frob', '--json'])
    expect(code).toBe(2)
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'usage' } })
  })
})

describe('help', () => {
  it('lists every command and the exit codes, in both languages', async () => {
    for (const [language, word] of [
      ['sv', 'Kommandon:'],
      ['en', 'Commands:'],
    ]) {
      const { code, out } = await kansli(['help', '--lang', language ?? ''])
      expect(code).toBe(0)
      expect(out).toContain(word)
      for (const name of Object.keys(commandTable)) expect(out).toContain(`kansli ${name}`)
      expect(out).toMatch(/^ {2}2 {3}/m)
    }
  })

  it('shows the input of a method as a schema', async () => {
    const { out } = await kansli(['help', 'call', 'meetings.list'])
    expect(JSON.parse(out)).toMatchObject({ type: 'object', properties: { limit: { type: 'integer' } } })
  })
})

describe('import', () => {
  it('prints what was recognised, what to look at, and what found no place', async () => {
    const { code, out } = await kansli(['import', twin, '--workspace', 'report.kansli', '--yes'])
    expect(code).toBe(0)
    expect(out).toContain('Created the workspace report.kansli.')
    expect(out).toContain('Date: 2019-10-09')
    expect(out).toContain('Form: hybrid')
    expect(out).toMatch(/\d+ agenda items:/)
    expect(out).toMatch(/\d+ participants in 4 groups:/)
    expect(out).toContain('A page number has got into the sentence (line ')
    expect(out).toMatch(/speaks in the text but is not in the list/)
    expect(out).toMatch(/Every line has found its place|line \d+:/)
  })

  it('never changes a sentence, and adds nobody, though everything is accepted', async () => {
    const { out } = await kansli(['show', 'latest', ...workspace, '--json'])
    const meeting = meetingJson.parse(JSON.parse(out))
    const source = readFileSync(twin, 'utf8')
    for (const { quote } of meeting.warnings.filter((one) => one.code === 'page-number-in-text'))
      expect(source).toContain(quote)
    expect(meeting.participants.every(({ asWritten }) => source.includes(asWritten))).toBe(true)
    const strangers = meeting.warnings.filter((one) => one.code === 'actor-not-listed')
    expect(strangers).not.toEqual([])
  })

  it('knows a text that it has read, and reads it again on demand', async () => {
    const known = await kansli(['import', twin, ...workspace])
    expect(known.code).toBe(1)
    expect(known.err).toContain('import.already-there')
    const again = await kansli(['import', twin, '--workspace', 'report.kansli', '--again'])
    expect(again.code).toBe(0)
    expect(again.out).toContain('No proposal was carried out')
  })

  it('mends names and keeps their spelling also without --yes, and says how a text that was read is read again', async () => {
    const file = ['--workspace', 'plain.kansli']
    const mended = async () => {
      const { out } = await kansli(['show', 'latest', ...file, '--json'])
      return meetingJson.parse(JSON.parse(out)).participants.filter(({ name, asWritten }) => name !== asWritten)
    }
    const first = await kansli(['import', twin, ...file])
    expect(first.out).toContain('a mended name shows mended either way')
    const names = await mended()
    expect(names).toMatchObject([{ name: 'Hedvig Stormfelt', asWritten: 'Hedvig, Stormfelt' }])
    const refused = await kansli(['import', twin, ...file, '--yes'])
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('--again reads the text once more')
    expect(refused.err).toContain('import.already-there')
    expect(await mended()).toEqual(names)
    expect((await kansli(['call', 'history.undo', '{}', ...file])).code).toBe(0)
    expect((await kansli(['import', twin, ...file, '--yes'])).code).toBe(0)
    expect(await mended()).toEqual(names)
  })

  it('counts people and groups in words that fit one and many', async () => {
    const read = async (text: string, name: string) =>
      (await kansli(['import', '-', '--workspace', name], text)).out
        .split('\n')
        .find((line) => /participant/.test(line))
    const minutes = (people: string) =>
      `Provrådet\n\nMinnesanteckningar möte med provrådet den 3 mars 2031\n\n1 Start\n\nMötet öppnades.\n\nDeltagare\n\n${people}\n`
    expect(await read(minutes('1. Ada Påhitt, ledamot\n2. Bo Exempel, ledamot'), 'one.kansli')).toBe(
      '  2 participants in one group:',
    )
    expect(await read(minutes('1. Ada Påhitt, ledamot\n\n2. Bo Exempel, Provverket'), 'two.kansli')).toBe(
      '  2 participants in 2 groups:',
    )
    const nobody = 'Provrådet\n\nMinnesanteckningar möte med provrådet den 3 mars 2031\n\n1 Start\n\nMötet öppnades.\n'
    expect(await read(nobody, 'nobody.kansli')).toBe('  No participants.')
  })

  it('refuses what is no minutes with a sentence and a code, and leaves no workspace behind', async () => {
    const { code, err } = await kansli(['import', '-', '--workspace', 'none.kansli'], 'köp mjölk\noch bröd\n')
    expect(code).toBe(1)
    expect(err).toContain('does not look like minutes of a meeting')
    expect(err).toContain('[import.not-minutes]')
    expect(readdirSync(folder).filter((name) => name.startsWith('none'))).toEqual([])
  })

  it('reads standard input', async () => {
    const { code, out } = await kansli(
      ['import', '-', '--workspace', 'stdin.kansli', '--json'],
      readFileSync(twin, 'utf8'),
    )
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ created: true, meetings: [{ title: expect.any(String) }] })
  })

  it('says when a file is not there', async () => {
    const { code, err } = await kansli(['import', 'gone.txt', ...workspace])
    expect(code).toBe(1)
    expect(err).toContain('gone.txt')
  })
})

describe('what is stored', () => {
  it('is listed', async () => {
    expect((await kansli(['meetings', ...workspace])).out).toContain('2019-10-09')
    expect(JSON.parse((await kansli(['meetings', ...workspace, '--json'])).out)).toMatchObject([{ date: '2019-10-09' }])
  })

  it('is found by its date, its month and its id alike', async () => {
    const shown: Ended[] = []
    // One after the other: a workspace is open in one program at a time.
    for (const which of ['2019-10-09', '2019-10', 'latest'])
      shown.push(await kansli(['show', which, ...workspace, '--json']))
    expect(shown.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(new Set(shown.map(({ out }) => out)).size).toBe(1)
    const { id } = meetingJson.parse(JSON.parse(shown[0]?.out ?? ''))
    expect((await kansli(['show', id, ...workspace, '--json'])).out).toBe(shown[0]?.out)
  })

  it('is shown to people in words', async () => {
    const { out } = await kansli(['show', 'latest', ...workspace, '--lang', 'sv'])
    expect(out).toContain('Datum: 2019-10-09')
    expect(out).toContain('uppgift saknas')
  })

  it('is refused with a code when it is not there', async () => {
    const { code, out, err } = await kansli(['show', '1999', ...workspace, '--json'])
    expect(code).toBe(1)
    expect(err).toContain('The meeting 1999 is not in the workspace.')
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'meeting.not-found', params: { which: '1999' } } })
  })

  it('is not asked for by an empty word: that is a command written wrong', async () => {
    for (const args of [
      ['show', ''],
      ['export', ''],
      ['import', ''],
    ]) {
      const { code, err } = await kansli([...args, ...workspace])
      expect(code).toBe(2)
      expect(err).toMatch(/^(?:DATE\|ID\|latest|FILE) is missing: /)
    }
  })

  it('is not looked for in a workspace that is not there, and none is made', async () => {
    const { code, err } = await kansli(['meetings', '--workspace', 'gone.kansli'])
    expect(code).toBe(1)
    expect(err).toContain('[workspace.not-found]')
    expect(existsSync(join(folder, 'gone.kansli'))).toBe(false)
  })
})

describe('documents', () => {
  it('leave as Word where the person stands, and are checked', async () => {
    const exported = await kansli(['export', 'latest', ...workspace, '--to', 'm.docx'])
    expect(exported.code).toBe(0)
    expect(exported.out).toContain(join(folder, 'm.docx'))
    const checked = await kansli(['check', 'm.docx', '--json'])
    const { findings } = JSON.parse(checked.out) as { findings: { code: string; message: string }[] }
    // The leaked page number is still there: nobody agreed to take it away.
    expect(findings.map(({ code }) => code)).toEqual(['page-number-in-text'])
    expect(findings[0]?.message).toContain('page number')
    expect(checked.code).toBe(1)
  })

  it('go over no file that is there, unless it is named', async () => {
    const first = await kansli(['export', 'latest', ...workspace, '--json'])
    const { saved } = JSON.parse(first.out) as { saved: string }
    expect(saved.startsWith(folder)).toBe(true)
    const second = await kansli(['export', 'latest', ...workspace])
    expect(second.code).toBe(1)
    expect(second.err).toContain('[file.exists]')
  })

  it('leave as a picture of the network', async () => {
    const { code } = await kansli(['network', ...workspace, '--to', 'n.svg', '--theme', 'dark'])
    expect(code).toBe(0)
    expect(readFileSync(join(folder, 'n.svg'), 'utf8')).toMatch(/^<(\?xml|svg)/)
  })

  it('are refused when they are none', async () => {
    writeFileSync(join(folder, 'x.docx'), 'hej')
    const { code, err } = await kansli(['check', 'x.docx'])
    expect(code).toBe(1)
    expect(err).toContain('[word.not-docx]')
  })
})
