import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { insertBlocksPasted } from '../../../../renderer/features/meetings/editor/paste.ts'
import { blocksFromHtml } from '../../../../renderer/features/meetings/editor/paste-html.ts'
import { blocksOfDoc, makeDoc } from '../../../../renderer/features/meetings/editor/schema.ts'
import { plainBlock, type Block } from '../../../../renderer/features/meetings/text/blocks.ts'

const file = (name: string) =>
  readFileSync(new URL(`../../../fixtures/clipboard/${name}.html`, import.meta.url), 'utf8')

/** `list 1 ordered: words`. */
const shown = (blocks: readonly Block[]) =>
  blocks.map(({ kind, text, fields }) => {
    const said = [kind, fields?.level, fields?.ordered === true ? 'ordered' : undefined]
    return `${said.filter((part) => part !== undefined).join(' ')}: ${text}`
  })

describe('pasted from Word', () => {
  test('lists keep levels and numbers, headings and tables stay, comments, deletions, pictures and looks go', () => {
    expect(shown(blocksFromHtml(file('word')))).toEqual([
      'heading: Bakgrund till havsvinden',
      'paragraph: Testrådet har länge följt frågan om värmekraft och vind. Det är viktigt.',
      'list: Första punkten',
      'list 1: Under den första',
      'list: Andra punkten',
      'list ordered: Numrerad ett',
      'list 1 ordered: Numrerad ett a',
      'heading: Numrerad rubrik',
      'table: Ort\tEffekt\nGotland norra\t',
      'paragraph: Före infogat efterkommenterat slut.',
      'quotation: Vinden blåser vart den vill.',
      'paragraph: Bildtexten står kvar.',
    ])
  })
})

describe('pasted from Outlook', () => {
  test('tables that only place things are read through, the one with data stays, lines are paragraphs', () => {
    expect(shown(blocksFromHtml(file('outlook')))).toEqual([
      'paragraph: Hej Anna,',
      'paragraph: Ur en yttre tabell som bara ställer upp.',
      'table: Namn\tSvar\nBo\tja gärna',
      'list: En rad',
      'list: En rad till',
      'list 1 ordered: Inre rad',
      'paragraph: Från: Test Testsson <test@exempel.invalid>',
      'paragraph: Skickat: den 3 november 2026',
      'quotation: Citerade ord.',
    ])
  })
})

describe('pasted from LibreOffice', () => {
  test('entries whose tags are not closed end where the next begins, and cells over two columns leave a blank one', () => {
    expect(shown(blocksFromHtml(file('libreoffice')))).toEqual([
      'heading: Mellanrubrik',
      'paragraph: Löpande text med fet stil.',
      'list ordered: Första',
      'list 1 ordered: Inre',
      'list ordered: Andra med ett stycke till',
      'list: Punkt',
      'table: Rubrik A\tRubrik B\nÖver båda\t\n\tRuta',
    ])
  })
})

describe('any HTML', () => {
  const word = fc.constantFrom('vind', 'hav', 'råd', 'é', 'ord2', 'x')
  const node: fc.Arbitrary<string> = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5, depthSize: 'small' },
      word.map((text) => ` ${text} `),
      fc
        .tuple(
          fc.constantFrom(
            'p',
            'div',
            'span',
            'b',
            'ul',
            'ol',
            'li',
            'table',
            'tr',
            'td',
            'th',
            'blockquote',
            'h2',
            'a',
            'section',
            'o:p',
          ),
          fc.array(tie('tree'), { maxLength: 4 }),
          fc.boolean(),
        )
        .map(([name, children, closed]) => `<${name}>${children.join('')}${closed ? `</${name}>` : ''}`),
      fc.constantFrom('<br>', '<![endif]>', '<!-- nothing -->', '<hr/>', '</p>', '</table>', '&nbsp;'),
    ),
  })).tree

  test('loses no word: every one comes out, however the tags are nested or left open', () => {
    const count = (text: string) => {
      const words = text.split(/\s+/).filter((one) => one !== '')
      return words.toSorted()
    }
    fc.assert(
      fc.property(fc.array(node, { maxLength: 6 }), (parts) => {
        const html = parts.join('')
        const typed = html.replace(/<!--.*?-->|<[^>]*>|&nbsp;/g, ' ')
        const pasted = blocksFromHtml(html)
          .map(({ text }) => text)
          .join(' ')
        expect(count(pasted)).toEqual(count(typed))
      }),
      { numRuns: 1000 },
    )
  })

  test('nothing of it throws or hangs, whatever signs it is made of', () => {
    const sign = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '=',
      '/',
      '!',
      '-',
      '[',
      ']',
      'p',
      'td',
      'table',
      'style',
      '&',
      '#',
      ';',
      ' ',
      'å',
      '\u0000',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 80 }), (signs) => {
        for (const { text } of blocksFromHtml(signs.join(''))) expect(text).not.toMatch(/[\u0000-\u0008]/)
      }),
      { numRuns: 1000 },
    )
    expect(blocksFromHtml('<table>'.repeat(2000) + 'ord').map(({ text }) => text)).toEqual(['ord'])
  })

  test('scripts, styles and pictures leave no trace', () => {
    const html =
      '<style>p{}</style><p onclick="x()">ord<script>alert(1)</script><img src=x onerror=y></p><svg><text>z</text></svg>'
    expect(shown(blocksFromHtml(html))).toEqual(['paragraph: ord'])
  })
})

describe('pasted into a text', () => {
  const at = (text: string, offset: number) => {
    const state = EditorState.create({ doc: makeDoc([plainBlock('a', 'paragraph', text)]) })
    return state.tr.setSelection(TextSelection.create(state.doc, 1 + offset))
  }
  const after = (html: string, text = 'fore efter', offset = 5) => {
    const change = insertBlocksPasted(at(text, offset), blocksFromHtml(html))
    return change === null ? [] : shown(blocksOfDoc(change.doc))
  }

  test('one line goes into the sentence, paragraphs begin and end in it, everything else parts it', () => {
    expect(after('<b>fet </b>')).toEqual(['paragraph: fore fetefter'])
    expect(after('<p>ett</p><p>två</p>')).toEqual(['paragraph: fore ett', 'paragraph: tvåefter'])
    expect(after('<h1>Rubrik</h1><ul><li>en</li></ul>')).toEqual([
      'paragraph: fore ',
      'heading: Rubrik',
      'list: en',
      'paragraph: efter',
    ])
    expect(after('<table><tr><td>a</td><td>b</td></tr></table>', '', 0)).toEqual(['table: a\tb'])
  })

  test('what was copied here keeps kind, level, names and foreign words, and nothing that another page made up', () => {
    const ref = '00000000-0000-4000-8000-000000000001'
    const block = {
      kind: 'list',
      text: 'Anna Alm talade',
      fields: { ordered: true, level: 1, method: 'hands', group: 5 },
      spans: [
        { from: 0, to: 8, kind: 'person', ref },
        { from: 0, to: 4, kind: 'person', ref: 'x' },
        { from: 9, to: 900, kind: 'foreign', ref: null },
      ],
      people: [{ name: 'X' }],
    }
    const html = `<p data-kansli-block='${JSON.stringify(block)}'>annat</p><p data-kansli-block='{"kind":"x"}'>ord</p>`
    expect(blocksFromHtml(html)).toEqual([
      {
        ...plainBlock('', 'list', 'Anna Alm talade'),
        fields: { ordered: true, level: 1 },
        spans: [{ from: 0, to: 8, kind: 'person', ref }],
      },
      plainBlock('', 'paragraph', 'ord'),
    ])
  })
})
