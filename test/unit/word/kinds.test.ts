import { describe, expect, it } from 'vitest'
import { checkDocument } from '#core/word/check.ts'
import { build, emptyMeeting, fixture, item, linesOf, partText, person } from './helpers.ts'

const headings = (bytes: Uint8Array) =>
  linesOf(bytes)
    .filter((line) => line.style === 'Heading2' || line.style === 'Rubrik2Onumrerad')
    .map((line) => (line.label === null ? line.text : `${line.label} ${line.text}`).replaceAll('\u00a0', ' '))

describe('formal minutes', () => {
  const meeting = fixture('protocol')

  it('pass every check', async () => {
    expect(checkDocument((await build(meeting)).bytes, meeting)).toEqual([])
  })

  it('print § before numbers that Word makes, from the right start', async () => {
    const { bytes } = await build(meeting)
    expect(headings(bytes)).toEqual([
      'Närvarande',
      'Frånvarande',
      'Anmält förhinder',
      '§ 45 Godkännande av dagordning',
      '§ 46 Budgetuppföljning oktober 2023',
      '§ 47 Låtsasverkets remiss om ”bättre mallar”',
      '§ 48 Övriga frågor',
      'Åtgärder',
      'Nästa möte',
      'Justering',
    ])
    expect(partText(bytes, 'word/document.xml')).not.toMatch(/>§\s*45/)
  })

  it('hang numbers by 1 cm, those that would fill it by more, and leave 6 points after a paragraph', async () => {
    const hanging = async (number: string) => {
      const { bytes } = await build({
        ...emptyMeeting,
        kind: 'protokoll',
        title: 'Prov',
        items: [item(number, 'Budget')],
      })
      return /<w:pStyle w:val="Heading2"\/>.*?w:hanging="(\d+)"/u.exec(partText(bytes, 'word/numbering.xml'))?.[1]
    }
    expect(await Promise.all(['7', '12', '145', '1450'].map(hanging))).toEqual(['567', '794', '794', '1021'])
    const { bytes } = await build(meeting)
    const [normal] = /<w:style [^>]*w:styleId="Normal">.*?<\/w:style>/u.exec(partText(bytes, 'word/styles.xml')) ?? []
    expect(normal).toContain('<w:spacing w:before="0" w:after="120" w:line="276" w:lineRule="auto"/>')
  })

  it('say who was there how, in the form the source has', async () => {
    const people = linesOf((await build(meeting)).bytes).filter((line) => line.style.startsWith('Deltagare'))
    expect(people.map((line) => line.text.replaceAll('\u00a0', ' '))).toEqual([
      'Asta Påhittsson (X), ordförande',
      'Bertil Exempelgren (Y), vice ordförande',
      'Cilla Provberg (Z), på distans',
      'David Tvillingsson (X), tjänstgörande ersättare, på distans, §§ 45–48',
      'Ebba Skissmark (Y), ersättare, ej § 47',
      'Folke Utkastsson, nämndsekreterare',
      'Greta Mallgren, ekonom, § 46',
      'Hugo Frånvarandesson (Z)',
      'Ines Förhindrad (X)',
    ])
  })

  it('set each decision under a heading, one clause a line, with its lead-in, and name other parts of an item', async () => {
    const lines = linesOf((await build(meeting)).bytes)
    const from = lines.findIndex((line) => line.text.startsWith('Budgetuppföljning'))
    const to = lines.findIndex((line) => line.text.startsWith('Låtsasverkets'))
    expect(lines.slice(from + 1, to).map((line) => [line.style, line.label, line.text.slice(0, 24)])).toEqual([
      ['Heading3', null, 'Sammanfattning'],
      ['Normal', null, 'Utfallet visar ett under'],
      ['Heading3', null, 'Beslutsunderlag'],
      ['ListBullet', '1.', 'Tjänsteskrivelse den 7\u00a0n'],
      ['ListBullet', '2.', 'Uppföljning oktober 2023'],
      ['Heading3', null, 'Beslut'],
      ['Beslut', null, 'Nämnden beslutar'],
      ['Beslut', null, 'att godkänna uppföljning'],
      ['Beslut', null, 'att uppdra åt ekonomen a'],
      ['Normal', null, 'Greta Mallgren får i upp'],
    ])
  })

  it('end with a table of actions without empty cells, and lines to sign on', async () => {
    const lines = linesOf((await build(meeting)).bytes)
    expect(lines.filter((line) => line.inTable).map((line) => line.text)).toEqual([
      'Vad', 'Vem', 'När',
      'Ta fram en åtgärdsplan', 'Greta Mallgren', '2024-01-15',
      'Återkomma om mallen', 'Förvaltningen', 'uppgift saknas',
    ]) // prettier-ignore
    expect(lines.filter((line) => line.style === 'Underskrift').map((line) => line.text)).toEqual([
      'Folke Utkastsson, sekreterare',
      'Asta Påhittsson, ordförande',
      'Cilla Provberg, justerare',
    ])
    expect(lines.some((line) => line.text.includes('___'))).toBe(false)
  })

  it('say on every page that they are approved, and when', async () => {
    const made = await build(meeting, { status: 'approved', approvedOn: '2023-11-28' })
    expect(partText(made.bytes, 'word/footer1.xml')).toContain('Justerat den 28\u00a0november 2023')
    expect(partText(made.bytes, 'docProps/custom.xml')).toContain('Justerat den 28\u00a0november 2023')
    const undated = await build(meeting, { status: 'approved' })
    expect(partText(undated.bytes, 'word/footer1.xml')).toContain('Justerat, datum: uppgift saknas')
  })

  it('name their gaps when nobody is known to approve them', async () => {
    const made = await build({ ...meeting, chair: null, secretary: null, adjusters: [] })
    const lines = linesOf(made.bytes)
    expect(lines.filter((line) => line.style === 'Underskrift').map((line) => line.text)).toEqual([
      'uppgift saknas, sekreterare',
      'uppgift saknas, ordförande',
      'uppgift saknas, justerare',
    ])
    expect(checkDocument(made.bytes, { ...meeting, chair: null, secretary: null, adjusters: [] })).toEqual([])
  })
})

describe('English minutes', () => {
  const meeting = fixture('english')

  it('pass every check in their own language', async () => {
    const { bytes } = await build(meeting)
    expect(checkDocument(bytes, meeting)).toEqual([])
    expect(partText(bytes, 'word/styles.xml')).toContain('<w:lang w:val="en-GB"')
    expect(partText(bytes, 'docProps/core.xml')).toContain('<dc:language>en-GB</dc:language>')
    for (const part of ['word/document.xml', 'word/styles.xml', 'word/settings.xml', 'word/header1.xml']) {
      expect(partText(bytes, part)).not.toMatch(/en-US|sv-SE/)
    }
  })

  it('keep numbers of two levels, typed nowhere', async () => {
    expect(headings((await build(meeting)).bytes)).toEqual([
      'Participants',
      'Apologies',
      '1 Opening',
      '1.1 Adoption of the agenda',
      '1.2 Minutes of the 4th meeting',
      '2 Finance',
      '2.1 Budget transfer',
      '2.2 Risk register',
      'Date of next meeting',
      'Actions',
    ])
  })

  it('use English words, dates, clock and quotation marks', async () => {
    const text = linesOf((await build(meeting)).bytes)
      .map((line) => line.text.replaceAll('\u00a0', ' '))
      .join('\n')
    expect(text).toMatch(/The actions are taken from the items above\.$/)
    expect(text).toContain('Date\t4 June 2024')
    expect(text).toContain('Time\t13:00–16:30')
    expect(text).toContain('Reference\tnot stated')
    expect(text).toContain('“the pretend account”')
    expect(text).toContain('Norris Notional, Sample College, remote, item 3.2')
    expect(text).not.toMatch(/uppgift saknas|Beslut|möte/)
  })
})

describe('numbers as the source has them', () => {
  const number = async (...numbers: (string | null)[]) => {
    const meeting = {
      ...emptyMeeting,
      items: numbers.map((value, index) => item(value, `Rubrik ${'abcdefghij'[index]}`, 'Text.')),
    }
    const { bytes } = await build(meeting)
    expect(checkDocument(bytes, meeting).filter((finding) => finding.check <= 2)).toEqual([])
    return headings(bytes).slice(1)
  }

  it('run from any start', async () => {
    expect(await number('45', '46', '47', '48', '49', '50', '51', '52')).toEqual(
      [...'abcdefgh'].map((letter, index) => `${45 + index} Rubrik ${letter}`),
    )
  })
  it('may have gaps, repeats and steps back', async () => {
    expect(await number('1', '2', '5', '6', '6', '3')).toEqual(
      ['1 Rubrik a', '2 Rubrik b', '5 Rubrik c', '6 Rubrik d', '6 Rubrik e', '3 Rubrik f'],
    ) // prettier-ignore
  })
  it('may stand on two levels, also without the first', async () => {
    expect(await number('3.1', '3.2', '4.1', '4', '5')).toEqual(
      ['3.1 Rubrik a', '3.2 Rubrik b', '4.1 Rubrik c', '4 Rubrik d', '5 Rubrik e'],
    ) // prettier-ignore
  })
  it('may carry letters, be no numbers at all, or be missing', async () => {
    expect(await number('7', '7 a', '7 b', 'IV', '08', null, '8', '100%')).toEqual([
      '7 Rubrik a', '7 a Rubrik b', '7 b Rubrik c', 'IV Rubrik d', '08 Rubrik e', 'Rubrik f', '8 Rubrik g', '100% Rubrik h',
    ]) // prettier-ignore
  })
  it('are none when the source has none', async () => {
    expect(await number(null, null)).toEqual(['Rubrik a', 'Rubrik b'])
  })
})

describe('extremes', () => {
  it('a meeting of which nothing is known is still a document that says so', async () => {
    const { bytes, fileName } = await build(emptyMeeting)
    expect(checkDocument(bytes, emptyMeeting)).toEqual([])
    expect(fileName).toBe('minnesanteckningar.docx')
    const lines = linesOf(bytes)
    expect(lines[0]).toMatchObject({ style: 'Heading1', text: 'Möte' })
    expect(lines.filter((line) => line.style === 'Metadata' && line.text.endsWith('\tuppgift saknas'))).toHaveLength(9)
    expect(partText(bytes, 'docProps/core.xml')).toContain('<dc:creator>uppgift saknas</dc:creator>')
  })

  it('three hundred participants keep order, numbers and groups', async () => {
    const participants = Array.from({ length: 300 }, (_, index) =>
      person(`Provperson ${String.fromCharCode(65 + (index % 26))}${index}x`, {
        listNumber: index + 1,
        group: 1 + Math.floor(index / 40),
      }),
    )
    const meeting = { ...emptyMeeting, participants }
    const { bytes } = await build(meeting)
    expect(checkDocument(bytes, meeting)).toEqual([])
    expect(
      linesOf(bytes)
        .filter((line) => line.style.startsWith('Deltagare'))
        .at(-1)?.label,
    ).toBe('300.')
  })

  it('lists with gaps, repeats and missing numbers show the source’s own', async () => {
    const numbers = [1, 2, 4, 4, null, 7]
    const participants = numbers.map((listNumber, index) => person(`Prov ${'ABCDEF'[index]}son`, { listNumber }))
    const meeting = { ...emptyMeeting, participants }
    const { bytes } = await build(meeting)
    expect(checkDocument(bytes, meeting)).toEqual([])
    const labels = linesOf(bytes)
      .filter((line) => line.style.startsWith('Deltagare'))
      .map((line) => line.label)
    expect(labels).toEqual(['1.', '2.', '4.', '4.', '•', '7.'])
  })

  it('when nobody is known to have come, no list of those present claims otherwise', async () => {
    const meeting = {
      ...emptyMeeting,
      participants: [person('Prov Ason', { status: 'unknown' }), person('Prov Bson', { status: 'absent' })],
    }
    const { bytes } = await build(meeting)
    expect(headings(bytes)).toEqual(['Frånvarande', 'Uppgift om närvaro saknas'])
    expect(checkDocument(bytes, meeting)).toEqual([])
  })
})
