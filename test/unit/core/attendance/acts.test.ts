/** Presence through the application's own door: what is stored, what the text says, what is taken back. */
import { describe, expect, it } from 'vitest'
import { boardOf } from '#core/attendance/board.ts'
import { blockingDecisions } from '#core/attendance/blocking.ts'
import { presentAt } from '#core/attendance/at.ts'
import { showMeeting } from '#core/meetings/show.ts'
import { buildMinutes } from '#core/word/build.ts'
import { checkDocument } from '#core/word/check.ts'
import { participantText, printingOf } from '#core/word/people.ts'
import { documentTexts } from '#core/word/texts.ts'
import { decide, last, people, scene, write } from './scene.ts'

describe('an act of presence', () => {
  it('keeps its place before what is written behind the same paragraph by whoever has not seen it yet', async () => {
    const s = await scene()
    const first = await write(s, 2, 'paragraph', 'Läget gicks igenom.')
    const last = await write(s, 2, 'paragraph', 'Rådet tackade.')
    await s.act('Eva Test', 'arrived', { mode: 'remote', after: first })
    const paragraphId = crypto.randomUUID()
    await s.app.call('items.saveText', {
      id: s.items[2] ?? '',
      operations: [{ op: 'put', paragraphId, kind: 'paragraph', text: 'Rådet gick vidare.', base: null }],
      order: [first, paragraphId, last],
    })
    expect((await s.texts(2)).map((text) => text.split(' ').slice(0, 2).join(' '))).toEqual([
      'Läget gicks',
      'Eva Test',
      'Rådet gick',
      'Rådet tackade.',
    ])
  })

  it('stands behind those of others that were told of the same place, however quick one follows the other', async () => {
    const s = await scene()
    const first = await write(s, 2, 'paragraph', 'Läget gicks igenom.')
    await write(s, 2, 'paragraph', 'Rådet gick vidare.')
    await s.act('Eva Test', 'arrived', { mode: 'remote', after: first })
    await s.act('Bo Exempel', 'left', { after: first, time: '10:43' })
    await s.act('Bo Exempel', 'back', { mode: 'room', after: first, time: '10:44' })
    const texts = await s.texts(2)
    expect(texts.map((text) => text.split(' ')[0])).toEqual(['Läget', 'Eva', 'Bo', 'Bo', 'Rådet'])
    expect([texts[2], texts[3]]).toEqual([expect.stringContaining('10.43'), expect.stringContaining('10.44')])
  })

  it('writes its sentence behind the given paragraph, and one step takes both back', async () => {
    const s = await scene()
    const first = await decide(s, 2, 'Rådet beslutade att börja.')
    await decide(s, 2, 'Rådet beslutade att sluta.')
    await s.act('Eva Test', 'arrived', { mode: 'remote', after: first })
    expect(await s.texts(2)).toEqual([
      'Rådet beslutade att börja.',
      'Eva Test anslöt på distans kl.\u00a010.42, §\u00a03.',
      'Rådet beslutade att sluta.',
    ])
    expect(await s.row('Eva Test')).toMatchObject({ status: 'present', mode: 'remote', items: '3–5' })
    await s.app.call('history.undo', {})
    expect(await s.texts(2)).toHaveLength(2)
    expect(await s.row('Eva Test')).toMatchObject({ status: 'expected', items: null, intervals: [] })
    await s.app.call('history.redo', {})
    expect(await s.texts(2)).toHaveLength(3)
  })

  it('names the person in the sentence as somebody of the register', async () => {
    const s = await scene()
    await s.act('Ada Påhitt', 'left')
    const [paragraph] = (await s.view()).items[2]?.paragraphs ?? []
    const { personId } = await s.row('Ada Påhitt')
    expect(paragraph?.spans).toEqual([{ from: 0, to: 'Ada Påhitt'.length, kind: 'person', ref: personId }])
  })

  it.each([
    ['sv', 'left', 'Ada Påhitt lämnade mötet kl.\u00a010.42, §\u00a03.'],
    ['sv', 'lost', 'Ada Påhitt förlorade förbindelsen kl.\u00a010.42, §\u00a03.'],
    ['sv', 'moved', 'Ada Påhitt deltog på distans från kl.\u00a010.42, §\u00a03.'],
    ['sv', 'recused', 'Ada Påhitt anmälde jäv och lämnade mötet kl.\u00a010.42, §\u00a03.'],
    ['en', 'left', 'Ada Påhitt left the meeting at 10:42, §\u00a03.'],
    ['en', 'lost', 'Ada Påhitt lost the connection at 10:42, §\u00a03.'],
    ['en', 'recused', 'Ada Påhitt declared a conflict of interest and left the meeting at 10:42, §\u00a03.'],
  ] as const)('says it in the language of the minutes: %s %s', async (language, event, sentence) => {
    const s = await scene(language === 'en' ? { language } : {})
    await s.act('Ada Påhitt', event)
    expect(await s.texts(2)).toEqual([sentence])
  })

  it('names the item as the minutes do', async () => {
    const s = await scene({ kind: 'minnesanteckningar' })
    await s.act('Ada Påhitt', 'left')
    expect(await s.texts(2)).toEqual(['Ada Påhitt lämnade mötet kl.\u00a010.42, punkt 3.'])
  })

  it('writes nothing when it is told not to', async () => {
    const s = await scene()
    expect(await s.act('Ada Påhitt', 'left', { write: false })).toBeNull()
    expect(await s.texts(2)).toEqual([])
    expect(await s.row('Ada Påhitt')).toMatchObject({ items: 't.o.m. 3' })
  })

  it('is refused when it cannot be, and leaves no trace', async () => {
    const s = await scene()
    const input = { id: (await s.row('Eva Test')).id, time: '10:42', itemId: s.items[2] ?? null, after: null }
    expect(await s.app.refused('attendance.event', { ...input, event: 'left', write: true })).toBe('attendance.away')
    expect(await s.app.refused('attendance.event', { ...input, event: 'arrived', time: '09:59', write: true })).toBe(
      'attendance.outside',
    )
    expect(await s.texts(2)).toEqual([])
    const planned = await scene({ begin: false })
    const early = { id: (await planned.row('Eva Test')).id, time: '10:42', itemId: null, after: null, write: false }
    await planned.app.call('meetings.begin', { id: planned.id, time: '10:00' })
    expect(await planned.app.refused('attendance.event', { ...early, event: 'lost' })).toBe('attendance.away')
  })
})

describe('the time of a meeting', () => {
  it('begins with those marked, and ends with nobody expected any more', async () => {
    const s = await scene()
    expect((await s.view()).head).toMatchObject({ state: 'running', start: '10:00' })
    expect((await s.row('Ada Påhitt')).intervals).toMatchObject([{ began: 'start', fromTime: null, ended: null }])
    await s.app.call('meetings.end', { id: s.id, time: '12:05' })
    expect((await s.view()).head).toMatchObject({ state: 'draft', end: '12:05' })
    expect(await s.row('Eva Test')).toMatchObject({ status: 'unknown' })
    expect(await s.row('Ada Påhitt')).toMatchObject({ status: 'present', items: null })
  })

  it('begins once: a second beginning is refused, and changes nothing', async () => {
    const s = await scene()
    const before = await s.view()
    expect(await s.app.dispatch('meetings.begin', { id: s.id, time: '11:00' })).toEqual({
      ok: false,
      error: { code: 'meeting.running', params: { time: '10:00' } },
    })
    expect(await s.view()).toEqual(before)
  })

  it('leaves the day of the next meeting as the text says it, one step to take back, and never over a known one', async () => {
    const ended = async (said: string, known?: string) => {
      const s = await scene()
      const [itemId = ''] = s.items
      const words = { op: 'put' as const, kind: 'paragraph' as const, base: null }
      const task = { ...words, kind: 'action' as const, paragraphId: crypto.randomUUID(), text: 'Ta fram underlag' }
      const line = { ...words, paragraphId: crypto.randomUUID(), text: said }
      const operations = [task, line]
      await s.app.call('items.saveText', {
        id: itemId,
        operations,
        order: operations.map(({ paragraphId }) => paragraphId),
      })
      const [action] = (await s.view()).items[0]?.actions ?? []
      await s.app.call('actions.set', { id: action?.id ?? '', due: 'nästa möte' })
      if (known !== undefined) await s.app.call('meetings.setHead', { id: s.id, change: { nextDate: known } })
      await s.app.call('meetings.end', { id: s.id, time: '12:05' })
      const read = async () => {
        const { head, items } = await s.view()
        return [head.nextDate, head.nextDateBasis, items[0]?.actions[0]?.dueDate]
      }
      return { app: s.app, read }
    }
    const { app, read } = await ended('Rummet är bokat den 3 juni. Nästa möte hålls den 4\u00a0september 2030.')
    expect(await read()).toEqual(['2030-09-04', 'stated', '2030-09-04'])
    await app.call('history.undo', {})
    expect(await read()).toEqual([null, null, null])
    const inferred = await ended('Nästa möte är den 4 februari, sade Ada.')
    expect(await inferred.read()).toEqual(['2031-02-04', 'inferred', '2031-02-04'])
    const before = await ended('Underlaget är klart den 3 juni inför nästa möte.')
    expect(await before.read()).toEqual([null, null, null])
    const known = await ended('Nästa möte hålls den 4 september 2030.', '2030-09-11')
    expect(await known.read()).toEqual(['2030-09-11', 'stated', '2030-09-11'])
  })

  it('cannot be changed so that somebody was there outside it', async () => {
    const s = await scene()
    await s.act('Ada Påhitt', 'left')
    const change = { id: s.id, change: { start: '11:00' } }
    expect(await s.app.refused('meetings.setHead', change)).toBe('attendance.outside')
    await s.app.call('meetings.setHead', { id: s.id, change: { start: '10:10' } })
  })

  it('corrects an edge in order only, and the list follows', async () => {
    const s = await scene()
    await s.act('Ada Påhitt', 'left')
    await s.act('Ada Påhitt', 'arrived', { time: '11:00', itemId: s.items[4] ?? null })
    const [first, second] = (await s.row('Ada Påhitt')).intervals
    expect(await s.row('Ada Påhitt')).toMatchObject({ items: 'ej 4' })
    const refused = await s.app.refused('attendance.setInterval', { id: second?.id, fromTime: '10:30' })
    expect(refused).toBe('attendance.order')
    await s.app.call('attendance.setInterval', { id: first?.id ?? '', toTime: '10:50', toItemId: s.items[1] ?? null })
    expect(await s.row('Ada Påhitt')).toMatchObject({ items: 'ej 3–4' })
    await s.app.call('attendance.removeInterval', { id: second?.id ?? '' })
    expect(await s.row('Ada Påhitt')).toMatchObject({ items: 't.o.m. 2' })
  })

  it('keeps edges at the neighbours of an item that is removed', async () => {
    const s = await scene()
    await s.act('Eva Test', 'arrived', { mode: 'room' })
    await s.act('Ada Påhitt', 'left')
    await s.app.call('items.remove', { id: s.items[2] ?? '' })
    expect(await s.row('Eva Test')).toMatchObject({ items: '4–5' })
    expect(await s.row('Ada Påhitt')).toMatchObject({ items: 't.o.m. 2' })
  })
})

describe('a decision', () => {
  it('is one that somebody was there for, by where the sentences stand among the decisions of the item', async () => {
    const s = await scene()
    const before = await decide(s, 2, 'Rådet beslutade det första.')
    await s.act('Ada Påhitt', 'lost', { after: await last(s, 2) })
    const meanwhile = await decide(s, 2, 'Rådet beslutade det andra.')
    await s.act('Ada Påhitt', 'back', { time: '10:50', after: await last(s, 2) })
    const after = await decide(s, 2, 'Rådet beslutade det tredje.')
    const view = await s.view()
    const ada = await s.row('Ada Påhitt')
    const there = (paragraphId: string) => presentAt(view, ada, { itemId: s.items[2] ?? '', paragraphId })
    expect([there(before), there(meanwhile), there(after)]).toEqual([true, false, true])
    expect(ada.items).toBeNull()
  })

  it('blocks approval when a link was down meanwhile, under strict rules only', async () => {
    const s = await scene()
    await s.act('Ada Påhitt', 'lost')
    await decide(s, 2, 'Rådet beslutade det.')
    expect(blockingDecisions(await s.view())).toEqual([])
    const { head } = await s.view()
    await s.app.call('bodies.setRules', { id: head.bodyId ?? '', ruleProfile: 'strict' })
    expect(blockingDecisions(await s.view())).toMatchObject([
      { text: 'Rådet beslutade det.', reason: 'lost', names: ['Ada Påhitt'] },
    ])
  })

  it('does not block when a deputy was there in the place of the one whose link was down', async () => {
    const s = await scene()
    const { head } = await s.view()
    await s.app.call('bodies.setRules', { id: head.bodyId ?? '', ruleProfile: 'strict' })
    const [ada, bo] = [await s.row('Ada Påhitt'), await s.row('Bo Exempel')]
    await s.app.call('attendance.setVoting', { ids: [ada.id, (await s.row('Cia Låtsas')).id], voting: true })
    await s.act('Ada Påhitt', 'lost')
    const deputy = { id: bo.id, forId: ada.id, time: '10:43', itemId: s.items[2] ?? null, after: null, write: true }
    await s.app.call('attendance.setDeputy', deputy)
    expect(await s.texts(2)).toContain(
      'Bo Exempel trädde in som tjänstgörande ersättare för Ada Påhitt kl.\u00a010.43, §\u00a03.',
    )
    await decide(s, 2, 'Rådet beslutade det.')
    expect(blockingDecisions(await s.view())).toEqual([])
    await s.act('Bo Exempel', 'lost', { time: '10:50', itemId: s.items[3] ?? null })
    await decide(s, 3, 'Rådet beslutade mer.')
    expect(blockingDecisions(await s.view())).toMatchObject([{ names: ['Ada Påhitt', 'Bo Exempel'] }])
    expect(await s.app.refused('attendance.setDeputy', { ...deputy, id: ada.id, forId: bo.id })).toBe(
      'attendance.deputy',
    )
  })

  it('blocks approval under strict rules when too few who vote were there', async () => {
    const s = await scene()
    const { head, attendance } = await s.view()
    await s.app.call('bodies.setRules', { id: head.bodyId ?? '', ruleProfile: 'strict', quorumRule: 'half' })
    await s.app.call('attendance.setVoting', { ids: attendance.map(({ id }) => id), voting: true })
    expect(boardOf(await s.view()).quorum).toEqual({ rule: 'half', seats: 5, filled: 4, needed: 3, met: true })
    for (const name of ['Ada Påhitt', 'Bo Exempel']) await s.act(name, 'left')
    await decide(s, 3, 'Rådet beslutade det.')
    expect(boardOf(await s.view())).toMatchObject({
      quorum: { filled: 2, met: false },
      blocking: [{ reason: 'quorum', text: 'Rådet beslutade det.' }],
    })
  })
})

describe('the list', () => {
  it('marks all who are expected at once', async () => {
    const s = await scene()
    const { marked } = await s.app.call('attendance.markAll', { meetingId: s.id, mode: 'remote' })
    expect(marked).toBe(1)
    expect(await s.row('Eva Test')).toMatchObject({
      status: 'present',
      mode: 'remote',
      intervals: [{ began: 'start' }],
    })
  })

  it('takes a guest in for the item that speaks of them, outside the numbers', async () => {
    const s = await scene()
    await s.guest('Gun Gästsson')
    const itemId = s.items[3]
    expect(await s.row('Gun Gästsson')).toMatchObject({
      listNumber: null,
      capacity: 'gäst',
      group: 2,
      items: '4',
      intervals: [{ began: 'arrived', fromItemId: itemId, ended: 'left', toItemId: itemId, fromTime: null }],
    })
    await s.app.call('meetings.end', { id: s.id, time: '12:00' })
    await s.guest('Göte Gästsson')
    expect(await s.row('Göte Gästsson')).toMatchObject({ group: 2, items: '4', intervals: [] })
  })

  it('takes a guest of the review in as one of the text, and the panel goes on from there with its sentences', async () => {
    const s = await scene()
    await write(s, 3, 'paragraph', 'Gun Gästsson från Skenverket presenterade läget.')
    const asked = { meetingId: s.id }
    const open = async () => {
      const { findings } = await s.app.call('review.list', asked)
      return findings.find(({ code, words }) => code === 'actor-not-listed' && words === 'Gun Gästsson')
    }
    const key = (await open())?.key ?? ''
    await s.app.call('review.answer', { ...asked, key, answer: 'accept' })
    const itemId = s.items[3]
    expect(await s.row('Gun Gästsson')).toMatchObject({
      capacity: 'gäst',
      organisation: 'Skenverket',
      items: '4',
      intervals: [{ began: 'arrived', fromItemId: itemId, ended: 'left', toItemId: itemId, fromTime: null }],
    })
    await s.app.call('review.answer', { ...asked, key, answer: 'open' })
    expect((await s.view()).attendance.map(({ name }) => name)).toEqual(people)
    await s.app.call('review.answer', { ...asked, key, answer: 'accept' })
    await s.act('Gun Gästsson', 'arrived', { mode: 'remote', itemId: s.items[4] ?? null })
    expect(await s.texts(4)).toEqual(['Gun Gästsson var åter på distans kl.\u00a010.42, §\u00a05.'])
    expect(await s.row('Gun Gästsson')).toMatchObject({ items: '4–5' })
    await s.app.call('review.answer', { ...asked, key, answer: 'open' })
    expect(await s.row('Gun Gästsson')).toMatchObject({ status: 'present', mode: 'remote' })
  })

  describe('for a guest who is there for one item', () => {
    const name = 'Gun Gästsson'
    const guestScene = async () => {
      const s = await scene()
      await s.guest(name)
      const itemId = s.items[3] ?? null
      await s.app.call('attendance.set', { id: (await s.row(name)).id, mode: 'room' })
      return { ...s, itemId }
    }

    it('writes that they moved, and keeps them for that item: the next one finds them gone', async () => {
      const s = await guestScene()
      await s.act(name, 'moved', { mode: 'remote', itemId: s.itemId })
      expect(await s.texts(3)).toEqual(['Gun Gästsson deltog på distans från kl.\u00a010.42, §\u00a04.'])
      expect(await s.row(name)).toMatchObject({
        status: 'present',
        mode: 'remote',
        items: '4',
        intervals: [
          { mode: 'room', fromTime: null, toTime: '10:42', ended: 'moved' },
          { mode: 'remote', fromTime: '10:42', toTime: null, toItemId: s.itemId, toParagraphId: null, ended: 'left' },
        ],
      })
      await s.act(name, 'moved', { mode: 'room', itemId: s.itemId, time: '10:44' })
      await s.act(name, 'arrived', { mode: 'room', itemId: s.items[4] ?? null, time: '10:50' })
      expect(await s.texts(4)).toEqual(['Gun Gästsson var åter på plats kl.\u00a010.50, §\u00a05.'])
    })

    it('ends their stretch as they leave, at the sentence that says so', async () => {
      const s = await guestScene()
      const said = await s.act(name, 'left', { itemId: s.itemId })
      expect(await s.texts(3)).toEqual(['Gun Gästsson lämnade mötet kl.\u00a010.42, §\u00a04.'])
      expect((await s.row(name)).intervals).toMatchObject([
        { fromTime: null, toTime: '10:42', toItemId: s.itemId, toParagraphId: said, ended: 'left' },
      ])
      await expect(s.act(name, 'left', { itemId: s.itemId })).rejects.toThrow('attendance.away')
    })

    it.each([
      ['lost', 'back', 'Gun Gästsson var åter på plats kl.\u00a010.45, §\u00a04.'],
      ['left', 'back', 'Gun Gästsson var åter på plats kl.\u00a010.45, §\u00a04.'],
    ])('keeps them for that item when they have %s and come back to it', async (went, came, sentence) => {
      const s = await guestScene()
      await s.act(name, went, { itemId: s.itemId })
      await s.act(name, came, { itemId: s.itemId, time: '10:45', after: await last(s, 3) })
      expect((await s.texts(3)).at(-1)).toBe(sentence)
      expect(await s.row(name)).toMatchObject({
        items: '4',
        intervals: [
          { toTime: '10:42', ended: went },
          { fromTime: '10:45', began: came, toTime: null, toItemId: s.itemId, toParagraphId: null, ended: 'left' },
        ],
      })
      const board = await s.app.call('attendance.board', { meetingId: s.id })
      expect(board.grid.at(-1)?.cells[4]).toBeNull()
      // They are there while it is dealt with, and may lose the link again.
      await expect(s.act(name, 'back', { itemId: s.itemId, time: '10:46' })).rejects.toThrow('attendance.there')
      await s.act(name, 'lost', { itemId: s.itemId, time: '10:47' })
      await s.act(name, 'back', { itemId: s.itemId, time: '10:48' })
      expect(await s.row(name)).toMatchObject({ items: '4' })
      await expect(s.act(name, 'left', { itemId: s.items[4] ?? null, time: '10:50' })).rejects.toThrow(
        'attendance.away',
      )
    })

    it('keeps them from then on where they come back to another item', async () => {
      const s = await guestScene()
      await s.act(name, 'lost', { itemId: s.itemId })
      await s.act(name, 'back', { itemId: s.items[4] ?? null, time: '10:45' })
      expect(await s.row(name)).toMatchObject({ items: '4–5', intervals: [{}, { ended: null }] })
    })

    it('takes them neither as coming while they are there, nor as leaving once their item is over', async () => {
      const s = await guestScene()
      await expect(s.act(name, 'arrived', { itemId: s.itemId })).rejects.toThrow('attendance.there')
      await expect(s.act(name, 'left', { itemId: s.items[4] ?? null })).rejects.toThrow('attendance.away')
    })
  })

  it('leaves those of the list as they are when the text speaks of them', async () => {
    const s = await scene()
    const { personId } = await s.row('Eva Test')
    expect((await s.guest('Eva Test')).personId).toBe(personId)
    expect(await s.row('Eva Test')).toMatchObject({ status: 'expected', intervals: [] })
  })

  it('says for whom somebody speaks: nobody, or two', async () => {
    const s = await scene()
    const { id } = await s.row('Ada Påhitt')
    await s.app.call('attendance.setFor', { id, organisations: ['Provbolaget', 'Provlaget'], personal: false })
    expect(await s.row('Ada Påhitt')).toMatchObject({ organisation: 'Provbolaget', alsoFor: [{ name: 'Provlaget' }] })
    await s.app.call('attendance.setFor', { id, organisations: [], personal: true })
    expect(await s.row('Ada Påhitt')).toMatchObject({ organisation: null, alsoFor: [], personal: true })
  })

  it('forgets the stretches of somebody who turns out not to have been there', async () => {
    const s = await scene()
    await s.act('Ada Påhitt', 'left')
    await s.app.call('attendance.set', { id: (await s.row('Ada Påhitt')).id, status: 'absent' })
    expect(await s.row('Ada Påhitt')).toMatchObject({ status: 'absent', intervals: [], items: null })
  })
})

describe('the Word document', () => {
  it('says of each how and at which items, of whom in whose place, and the count of all', async () => {
    const s = await scene()
    await s.act('Ada Påhitt', 'moved', { mode: 'remote' })
    await s.act('Bo Exempel', 'lost', { itemId: s.items[1] ?? null, time: '10:20' })
    await s.act('Bo Exempel', 'back', { itemId: s.items[3] ?? null, time: '10:50' })
    const [cia, eva] = [await s.row('Cia Låtsas'), await s.row('Eva Test')]
    await s.app.call('attendance.set', { id: eva.id, status: 'excused' })
    const place = { time: null, itemId: null, after: null, write: false }
    await s.app.call('attendance.setDeputy', { id: cia.id, forId: eva.id, ...place })
    await s.app.call('attendance.setFor', {
      id: (await s.row('Dan Prov')).id,
      organisations: ['A', 'B'],
      personal: false,
    })
    await s.guest('Gun Gäst')
    await s.app.call('meetings.end', { id: s.id, time: '12:00' })
    const meeting = showMeeting(await s.view())
    const printing = printingOf(meeting, 'paragraph')
    const lines = meeting.participants.map((one) => participantText(one, documentTexts('sv'), printing))
    expect(lines).toEqual([
      'Ada Påhitt, ledamot, på distans §§ 3–5',
      'Bo Exempel, ledamot, ej § 3',
      'Cia Låtsas, ledamot, tjänstgörande ersättare för Eva Test',
      'Dan Prov, ledamot, A och B',
      'Eva Test, ledamot',
      'Gun Gäst, § 4',
    ])
    expect(meeting.presence).toBe('3 på plats, 1 på distans; Bo Exempel deltog inte i § 3.')
    const document = await buildMinutes(meeting, {
      language: 'sv',
      office: 'Provkansliet',
      status: 'draft',
      approvedOn: null,
      numberStyle: 'paragraph',
      madeAt: new Date('2030-05-06T12:00:00Z'),
    })
    const wrong = checkDocument(document.bytes, meeting).filter(({ check }) => check === 13)
    expect(wrong).toEqual([])
    const other = structuredClone(meeting)
    for (const one of other.participants) one.mode = 'room'
    expect(checkDocument(document.bytes, other).map(({ code }) => code)).toContain('participant-count')
  })
})
