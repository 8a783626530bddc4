import { beforeAll, describe, expect, it } from 'vitest'
import { checkDocument } from '#core/word/check.ts'
import { build, fixture, linesOf, partText, settledNotes } from './helpers.ts'
import type { Line } from './helpers.ts'

const meeting = settledNotes()
let bytes: Uint8Array
let fileName: string
let lines: Line[]
let xml: string

beforeAll(async () => {
  const made = await build(meeting)
  bytes = made.bytes
  fileName = made.fileName
  lines = linesOf(bytes)
  xml = partText(bytes, 'word/document.xml')
})

const styled = (style: string) => lines.filter((line) => line.style === style)

describe('the golden document of narrative minutes', () => {
  it('passes every check, also against the meeting it was made from', () => {
    expect(checkDocument(bytes, meeting)).toEqual([])
  })

  it('has one title, without kind, date and form', () => {
    expect(styled('Heading1').map((line) => line.text)).toEqual(['Möte med provgruppen för fjärrhälsa och mönster'])
  })

  it('numbers the five items 1 to 5 by the style alone, with the exact titles', () => {
    expect(styled('Heading2').map((line) => [line.label, line.text.replaceAll('\u00a0', ' ')])).toEqual(
      meeting.items.map((item) => [item.number, item.title]),
    )
    expect(xml).not.toMatch(/<w:pStyle w:val="Heading2"\/><w:numPr>/)
  })

  it('says what is known in the head and "uppgift saknas" where nothing is', () => {
    expect(styled('Metadata').map((line) => line.text.split('\t'))).toEqual([
      ['Handling', 'Minnesanteckningar'],
      ['Status', 'Utkast – ej justerat'],
      ['Organ', 'Provgruppen för fjärrhälsa och mönster'],
      ['Datum', 'den 10\u00a0november 2021'],
      ['Tid', 'uppgift saknas'],
      ['Plats', 'uppgift saknas'],
      ['Form', 'hybridmöte'],
      ['Ordförande', 'Sigbritt Låtsas'],
      ['Sekreterare', 'uppgift saknas'],
      ['Diarienummer', 'uppgift saknas'],
      ['Nästa möte', 'den 4\u00a0februari 2022'],
    ])
  })

  it('lists the participants in four groups, numbered 1 to 31 without a break', () => {
    const people = lines.filter((line) => line.style.startsWith('Deltagare'))
    expect(people.map((line) => line.label)).toEqual(meeting.participants.map((person) => `${person.listNumber}.`))
    expect(people.map((line) => line.text)).toEqual(
      meeting.participants.map((person) =>
        [person.name, person.capacity, person.organisation].filter((part) => part !== null).join(', '),
      ),
    )
    expect(people.flatMap((line, index) => (line.style === 'DeltagareGrupp' ? [index + 1] : []))).toEqual([19, 23, 26])
  })

  it('gives each group a list of its own and no heading that the source lacks', () => {
    const instances = [
      ...xml.matchAll(/<w:pStyle w:val="Deltagare(?:Grupp)?"\/><w:numPr><w:ilvl w:val="0"\/><w:numId w:val="(\d+)"/g),
    ]
    expect(new Set(instances.map((match) => match[1])).size).toBe(4)
    const between = lines.slice(
      lines.findIndex((line) => line.text === 'Deltagare'),
      lines.findIndex((line) => line.style === 'Heading2'),
    )
    expect(between.filter((line) => /^(Heading|Rubrik)/.test(line.style)).map((line) => line.text)).toEqual([
      'Deltagare',
    ])
  })

  it('tags exactly the two English titles as British English, and no name', () => {
    const tagged = [...xml.matchAll(/<w:lang w:val="([^"]+)"\/><\/w:rPr><w:t[^>]*>([^<]+)/g)].map((match) => [
      match[1],
      match[2],
    ])
    expect(tagged).toEqual([
      ['en-GB', 'Made-up Land, a Leading Nation of Ideas, and the Business of Pretending'],
      ['en-GB', 'JOIN PRETEND SUMMIT 2022'],
    ])
  })

  it('sets the typography in the file and leaves the meeting as it was', () => {
    const text = lines.map((line) => line.text).join('\n')
    expect(text).toContain('3–5 andra exempel')
    expect(text).toContain('den 17\u00a0januari')
    expect(text).toContain('50\u00a0000')
    expect(text).toContain('12\u00a0%')
    expect(text).toContain('§\u00a04')
    expect(text).toContain('kl.\u00a010.00')
    expect(text).toContain('”Made-up Land')
    expect(text).not.toMatch(/["\u201c]/)
    expect(meeting.items[1]?.blocks[2]?.text).toContain('3-5 andra')
  })

  it('makes the three questions a real list of its own', () => {
    const list = styled('ListBullet')
    expect(list.map((line) => line.label)).toEqual(['•', '•', '•'])
    expect(list[0]?.text).toBe('Vad har gruppen prövat hittills, och vad har gått bra?')
  })

  it('has office and kind on the first page, kind and date on the others, status and page fields on all', () => {
    expect(partText(bytes, 'word/header2.xml')).toMatch(/Fjärrhälsokontoret.*Minnesanteckningar/)
    expect(partText(bytes, 'word/header1.xml')).toContain('Minnesanteckningar den 10\u00a0november 2021')
    for (const part of ['word/footer1.xml', 'word/footer2.xml']) {
      expect(partText(bytes, part)).toMatch(/Utkast – ej justerat.*>PAGE<.*>NUMPAGES</)
      expect(partText(bytes, part)).not.toMatch(/<w:t[^>]*>\s*\d/)
    }
  })

  it('is A4 with 25 mm margins, a first page of its own, hyphenation and Word 2013 layout', () => {
    expect(xml).toContain('w:w="11906" w:h="16838"')
    expect(xml).toContain('w:top="1418" w:right="1418" w:bottom="1418" w:left="1418"')
    expect(xml).toContain('<w:titlePg/>')
    const settings = partText(bytes, 'word/settings.xml')
    expect(settings).toContain('<w:autoHyphenation/><w:hyphenationZone w:val="425"/>')
    expect(settings).toContain('w:val="15" w:name="compatibilityMode"')
    expect(settings).toContain('<w:themeFontLang w:val="sv-SE"/>')
  })

  it('carries title, office, status, meeting id and language as properties', () => {
    const core = partText(bytes, 'docProps/core.xml')
    expect(core).toContain(
      '<dc:title>Minnesanteckningar – provgruppen för fjärrhälsa och mönster – 10\u00a0november 2021</dc:title>',
    )
    expect(core).toContain(
      '<dc:creator>Fjärrhälsokontoret</dc:creator><cp:lastModifiedBy>Fjärrhälsokontoret</cp:lastModifiedBy>',
    )
    expect(core).toContain('<dc:language>sv-SE</dc:language>')
    const custom = partText(bytes, 'docProps/custom.xml')
    expect(custom).toMatch(/name="Diarienummer"><vt:lpwstr>uppgift saknas</)
    expect(custom).toMatch(/name="Dokumentstatus"><vt:lpwstr>Utkast – ej justerat</)
    expect(custom).toMatch(new RegExp(`name="KansliMoteId"><vt:lpwstr>${meeting.id}<`))
  })

  it('is named in lower-case ASCII with hyphens', () => {
    expect(fileName).toBe('minnesanteckningar-provgruppen-for-fjarrhalsa-och-monster-2021-11-10.docx')
  })

  it('is the same bytes when made again', async () => {
    const again = await build(meeting)
    expect(Buffer.compare(again.bytes, bytes)).toBe(0)
  })

  it('keeps the page number that ran into the text until somebody agrees, and points it out', async () => {
    const open = fixture('notes')
    const draft = await build(open)
    expect(linesOf(draft.bytes).some((line) => line.text.includes('och 1 frågor'))).toBe(true)
    expect(checkDocument(draft.bytes, open)).toEqual([
      { code: 'page-number-in-text', check: 12, where: 'och 1 frågor' },
    ])
    expect(checkDocument(draft.bytes).map((finding) => finding.code)).toEqual(['page-number-in-text'])
  })

  it('names guests under a heading of their own once they are added', async () => {
    const guests = [
      { name: 'Fanny Främmande', organisation: 'Utlandsprov' },
      { name: 'Gustaf Gästsson', organisation: 'Låtsaskapital' },
    ].map((guest) => ({
      ...guest,
      listNumber: null,
      asWritten: guest.name,
      capacity: 'gäst',
      group: 5,
      status: 'present' as const,
      mode: 'unknown' as const,
      items: '4',
    }))
    const more = { ...meeting, participants: [...meeting.participants, ...guests] }
    const made = await build(more)
    const all = linesOf(made.bytes)
    const at = all.findIndex((line) => line.text === 'Gäster')
    expect(all[at]?.style).toBe('Heading3')
    expect(all.slice(at + 1, at + 3).map((line) => line.text)).toEqual([
      'Fanny Främmande, Utlandsprov, punkt 4',
      'Gustaf Gästsson, Låtsaskapital, punkt 4',
    ])
    expect(checkDocument(made.bytes, more)).toEqual([])
  })
})
