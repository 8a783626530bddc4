/** Invented texts with labels made by hand. */
import { readFileSync, readdirSync } from 'node:fs'
import type { Labels } from './score.ts'

const folder = new URL('../../fixtures/texts/dev/', import.meta.url)

export interface LabelledText {
  file: string
  text: string
  labels: Labels
}

export function developTexts(): LabelledText[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((file) => ({
      file,
      text: readFileSync(new URL(file, folder), 'utf8'),
      // The labels are ours and of this shape.
      labels: JSON.parse(readFileSync(new URL(file.replace('.txt', '.json'), folder), 'utf8')) as Labels,
    }))
}
