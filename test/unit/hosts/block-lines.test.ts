/** What the terminal prints of each kind of block. */
import { describe, expect, it } from 'vitest'
import type { MeetingJson } from '#contract/minutes.ts'
import { blockKind } from '#contract/blocks.ts'
import { blockLines, listNumbers } from '#hosts/cli/block-lines.ts'
import { wordsIn } from '#hosts/words.ts'

type Block = MeetingJson['items'][number]['blocks'][number]

function printed(...blocks: Block[]): string[] {
  const numbers = listNumbers(blocks)
  return blocks.flatMap((block, at) => [...blockLines(wordsIn('sv'), block, numbers[at] ?? 0)])
}

describe('a block in the terminal', () => {
  it.each(blockKind.options)('has its words whatever its kind: %s', (kind) => {
    expect(printed({ kind, text: 'Orden står här.' }).join('\n')).toContain('Orden står här.')
  })

  it('numbers a list, each level by itself, and begins anew after other text', () => {
    const entry = (text: string, level = 0, ordered = true): Block => ({
      kind: 'list',
      text,
      fields: { ordered, level },
    })
    expect(
      printed(
        entry('a'),
        entry('b'),
        entry('c', 1),
        entry('d', 1),
        entry('e'),
        { kind: 'paragraph', text: 'Däremellan.' },
        entry('f'),
        { kind: 'list', text: 'g' },
      ),
    ).toEqual(['1. a', '2. b', '  1. c', '  2. d', '3. e', 'Däremellan.', '1. f', '– g'])
  })

  it('sets the cells of a table under each other', () => {
    expect(printed({ kind: 'table', text: 'Post\tKronor\nLokal\t12\nMat\t9 000' })).toEqual([
      'Post   Kronor',
      '-----  ------',
      'Lokal  12',
      'Mat    9 000',
    ])
  })

  it('says how a vote went and who voted, who moved, dissented or stepped aside, and how long a pause was', () => {
    const person = (role: 'mover' | 'dissenter' | 'recused', name: string) => ({ role, name, choice: null })
    expect(
      printed(
        { kind: 'motion', text: 'Bifall.', people: [person('mover', 'Asta Prov')] },
        {
          kind: 'vote',
          text: 'Bifall mot avslag.',
          fields: { method: 'roll-call', outcome: 'yes', yes: 2, no: 1 },
          people: [
            { role: 'voter', name: 'Asta Prov', choice: 'yes' },
            { role: 'voter', name: 'Bo Prov', choice: 'yes' },
            { role: 'voter', name: 'Cia Prov', choice: 'no' },
          ],
        },
        { kind: 'dissent', text: 'Emot.', fields: { dissent: 'statement' }, people: [person('dissenter', 'Cia Prov')] },
        { kind: 'recusal', text: 'Lämnar rummet.', people: [person('recused', 'Bo Prov')] },
        { kind: 'adjournment', text: 'Paus.', fields: { from: '10:00', to: '10:15' } },
        { kind: 'discussion', text: 'Mer tid.', fields: { voice: 'group', group: 'Bord 2' } },
      ),
    ).toEqual([
      'Yrkande: Bifall.',
      '  (Asta Prov)',
      'Omröstning: Bifall mot avslag.',
      '  (upprop; ja 2: Asta Prov, Bo Prov; nej 1: Cia Prov; utfall: ja)',
      'Särskilt yttrande: Emot.',
      '  (Cia Prov)',
      'Jäv: Lämnar rummet.',
      '  (Bo Prov)',
      'Ajournering: Paus.',
      '  (10:00–10:15)',
      'Bord 2: Mer tid.',
    ])
  })
})
