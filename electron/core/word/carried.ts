/** Actions that came along to a meeting, as those who are called to it read them. */
import { capitalised } from './capitalised.ts'
import { addParagraph, addTable, printed } from './writer.ts'
import type { Writing } from './writer.ts'

export type CarriedAction = Readonly<{
  itemId: string | null
  text: string
  owner: string | null
  due: string | null
  status: 'open' | 'done' | 'dropped'
  /** Of the meeting it was given at. */
  date: string | null
}>

/** A table of what was to be done, by whom and when, and at which meeting that was said. Nothing when nothing came along. */
export function addCarried(
  writing: Writing,
  actions: readonly CarriedAction[],
  heading: 'Heading3' | 'Rubrik2Onumrerad',
): void {
  const { texts } = writing
  if (actions.length === 0) return
  const known = (text: string | null) => (text === null ? '' : printed(writing, text)) || texts.unknown
  const capital = (text: string | null) => capitalised(known(text))
  const state = { open: null, done: texts.actionDone, dropped: texts.actionDropped } as const
  addParagraph(writing, texts.carried, { style: heading })
  addParagraph(writing, texts.carriedIntro, { keepNext: true })
  addTable(writing, {
    caption: texts.carried,
    description: texts.carriedDescription,
    columns: [
      { title: texts.what, width: 3670 },
      { title: texts.who, width: 2200 },
      { title: texts.when, width: 1700 },
      { title: texts.carriedFrom, width: 1500 },
    ],
    rows: actions.map(({ text, owner, due, status, date }) => [
      capital(text),
      owner === null ? texts.unknown : capital(owner),
      state[status] ?? known(due),
      known(date),
    ]),
  })
  // Text, not a table, is last on the page.
  addParagraph(writing, texts.carriedSource, { style: 'Bildtext' })
}
