/**
 * A keyboard that counts what the hands do. Two figures: `presses`, where a chord or a capital is one, and `downs`,
 * where every key that goes down is one, Shift, Ctrl and AltGr too, as a Swedish keyboard has them.
 */
import type { Locator, Page } from '@playwright/test'
import { tabTo } from './keyboard.ts'

type Count = { presses: number; downs: number }

/** What a Swedish keyboard gives with one key. Anything else takes a second one. */
const bare = /^[a-zåäö0-9 ,.'+-]$/

/** How many keys go down for a typed text. */
const downsFor = (words: string) => [...words].reduce((sum, sign) => sum + (bare.test(sign) ? 1 : 2), 0)

/** How many keys go down for a chord such as `Control+Shift+e`. */
const downsOf = (chord: string) => chord.split('+').reduce((sum, key) => sum + (key.length > 1 ? 1 : downsFor(key)), 0)

export type Keys = ReturnType<typeof countedKeys>

export function countedKeys(page: Page) {
  const total: Count = { presses: 0, downs: 0 }
  const parts: (Count & { part: string })[] = []
  let before = { ...total }
  const add = ({ presses, downs }: Count) => {
    total.presses += presses
    total.downs += downs
  }
  const press = async (...chords: readonly string[]) => {
    for (const chord of chords) {
      add({ presses: 1, downs: downsOf(chord) })
      await page.keyboard.press(chord)
    }
  }
  return {
    count: () => total.presses,
    press,
    async type(words: string): Promise<void> {
      add({ presses: [...words].length, downs: downsFor(words) })
      await page.keyboard.type(words)
    },
    /** Tab until `target` has the focus, each of them counted. */
    async tabTo(target: Locator, back = false): Promise<void> {
      const stops = await tabTo(page, target, back)
      add({ presses: stops, downs: stops * (back ? 2 : 1) })
    },
    /** What somebody else wrote and the secretary has copied elsewhere. */
    async paste(words: string): Promise<void> {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.evaluate(async (copied) => navigator.clipboard.writeText(copied), words)
      await press('Control+v')
    },
    /** Closes a part: what was pressed since the last one. */
    part(name: string): Count {
      const since = { presses: total.presses - before.presses, downs: total.downs - before.downs }
      parts.push({ part: name, ...since })
      before = { ...total }
      return since
    },
    parts: () => parts,
  }
}
