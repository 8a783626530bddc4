/** A time of somebody's presence that is corrected: the sentence follows, or the review says that it did not. */
import { describe, expect, it } from 'vitest'
import type { Input } from '#contract/methods.ts'
import { scene, write } from './scene.ts'

type Scene = Awaited<ReturnType<typeof scene>>

/** Corrects the stretch of somebody at a place; the last one unless it is said. */
async function correct(
  s: Scene,
  name: string,
  change: Omit<Input<'attendance.setInterval'>, 'id'>,
  at = -1,
): Promise<void> {
  const stretch = (await s.row(name)).intervals.at(at)
  await s.app.call('attendance.setInterval', { id: stretch?.id ?? '', ...change })
}

const ada = 'Ada Påhitt'

async function differing(s: Scene) {
  const { findings } = await s.app.call('review.list', { meetingId: s.id })
  return findings.filter(({ code }) => code === 'time-differs')
}

describe('a time that is corrected', () => {
  it('is the time of its sentence, too, and one step takes both back', async () => {
    const s = await scene()
    await s.act(ada, 'left')
    await correct(s, ada, { toTime: '10:25' })
    expect(await s.texts(2)).toEqual(['Ada Påhitt lämnade mötet kl.\u00a010.25, §\u00a03.'])
    expect(await differing(s)).toEqual([])
    await s.app.call('history.undo', {})
    expect(await s.texts(2)).toEqual(['Ada Påhitt lämnade mötet kl.\u00a010.42, §\u00a03.'])
    expect((await s.row(ada)).intervals).toMatchObject([{ toTime: '10:42' }])
    await s.app.call('history.redo', {})
    expect(await s.texts(2)).toEqual(['Ada Påhitt lämnade mötet kl.\u00a010.25, §\u00a03.'])
  })

  it('is the time of its sentence, too, where that was kept with spaces that break', async () => {
    const s = await scene()
    const paragraphId = (await s.act(ada, 'left')) ?? ''
    const [base = ''] = await s.texts(2)
    const text = 'Ada Påhitt lämnade mötet kl. 10.42, § 3.'
    const operations = [{ op: 'put' as const, paragraphId, kind: 'paragraph' as const, text, base }]
    await s.app.call('items.saveText', { id: s.items[2] ?? '', operations })
    await correct(s, ada, { toTime: '10:25' })
    expect(await s.texts(2)).toEqual(['Ada Påhitt lämnade mötet kl.\u00a010.25, §\u00a03.'])
  })

  it('goes from the sentence when it is not known, and stands there again once it is', async () => {
    const s = await scene()
    await s.act(ada, 'left')
    await correct(s, ada, { toTime: null })
    expect(await s.texts(2)).toEqual(['Ada Påhitt lämnade mötet, §\u00a03.'])
    await correct(s, ada, { toTime: '10:30' })
    expect(await s.texts(2)).toEqual(['Ada Påhitt lämnade mötet kl.\u00a010.30, §\u00a03.'])
  })

  it('follows in the sentence about how and since when somebody came or moved, and the name stays a mention', async () => {
    const s = await scene()
    await s.act('Eva Test', 'arrived', { mode: 'room' })
    await correct(s, 'Eva Test', { fromTime: '10:40', mode: 'remote' })
    await s.act('Eva Test', 'moved', { mode: 'room', time: '10:50', itemId: s.items[3] ?? null })
    await correct(s, 'Eva Test', { toTime: '10:55' }, 0)
    expect(await s.texts(2)).toEqual(['Eva Test anslöt på distans kl.\u00a010.40, §\u00a03.'])
    expect(await s.texts(3)).toEqual(['Eva Test deltog på plats från kl.\u00a010.55, §\u00a04.'])
    await correct(s, 'Eva Test', { fromTime: null })
    expect(await s.texts(3)).toEqual(['Eva Test övergick till att delta på plats, §\u00a04.'])
    const spans = (await s.view()).items[3]?.paragraphs[0]?.spans
    expect(spans).toMatchObject([{ from: 0, to: 'Eva Test'.length, kind: 'person' }])
  })

  it('changes the sentence of its own edge only, where somebody left and came back and left', async () => {
    const s = await scene({ language: 'en' })
    await s.act(ada, 'left', { time: '10:20' })
    await s.act(ada, 'back', { time: '10:30', mode: 'room' })
    await s.act(ada, 'left', { time: '10:40' })
    await correct(s, ada, { toTime: '10:45' })
    expect((await s.texts(2)).toSorted()).toEqual([
      'Ada Påhitt left the meeting at 10:20, §\u00a03.',
      'Ada Påhitt left the meeting at 10:45, §\u00a03.',
      'Ada Påhitt was back in the room at 10:30, §\u00a03.',
    ])
  })

  it('follows although the item was corrected first', async () => {
    const s = await scene()
    await s.act(ada, 'left')
    await correct(s, ada, { toItemId: s.items[3] ?? null })
    await correct(s, ada, { toTime: '10:25' })
    expect(await s.texts(2)).toEqual(['Ada Påhitt lämnade mötet kl.\u00a010.25, §\u00a03.'])
  })

  it('leaves words of the secretary alone, and the review says that they differ', async () => {
    const s = await scene()
    await s.act(ada, 'left')
    const [paragraph] = (await s.view()).items[2]?.paragraphs ?? []
    const [paragraphId, base] = [paragraph?.id ?? '', paragraph?.text ?? '']
    const text = 'Ada Påhitt gick hem kl. 10.42.'
    await s.app.call('items.saveText', {
      id: s.items[2] ?? '',
      operations: [{ op: 'put', paragraphId, kind: 'paragraph', text, base }],
      order: [paragraphId],
    })
    expect(await differing(s)).toEqual([])
    await correct(s, ada, { toTime: '10:25' })
    expect(await s.texts(2)).toEqual([text])
    const [found] = await differing(s)
    expect(found).toMatchObject({ paragraphId, words: '10.42', proposal: { kind: 'words', text: '10.25' } })
    await s.app.call('review.answer', { meetingId: s.id, key: found?.key ?? '', answer: 'accept' })
    expect(await s.texts(2)).toEqual(['Ada Påhitt gick hem kl. 10.25.'])
    await correct(s, ada, { toTime: null })
    expect((await differing(s)).filter(({ state }) => state === 'open')).toMatchObject([
      { words: '10.25', proposal: { kind: 'seen' } },
    ])
  })

  it('is not held against a sentence about others that it only happened behind', async () => {
    const s = await scene()
    const after = await write(s, 2, 'paragraph', 'Rådet tog paus kl. 10.15.')
    await s.act(ada, 'left', { write: false, after })
    expect(await differing(s)).toEqual([])
  })
})
