/** The colours of tokens.css, measured: contrast after WCAG 2.2, and the six kinds told apart under colour-blind sight. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('../../../renderer/ui/tokens.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map((match) => [
    match[1] ?? '',
    { light: match[2] ?? '', dark: match[3] ?? '' },
  ]),
)
const themes = ['light', 'dark'] as const
const surfaces = ['bg-sunken', 'bg-app', 'bg-surface', 'bg-raised', 'bg-hover', 'bg-selected']
const readable = ['bg-app', 'bg-surface', 'bg-raised']
const kinds = ['person', 'organisation', 'body', 'theme', 'meeting', 'assignment'].map((kind) => `kind-${kind}`)

type Triple = [number, number, number]

function linear(hex: string): Triple {
  const channel = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}
function luminance(hex: string): number {
  const [r, g, b] = linear(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}
function colour(name: string, theme: (typeof themes)[number]): string {
  const found = tokens.get(name)
  if (found === undefined) throw new Error(`no colour ${name}`)
  return found[theme]
}

const pairs: [string, string, number][] = [
  ...['text-1', 'text-2', 'text-3'].flatMap((fg) => surfaces.map((bg): [string, string, number] => [fg, bg, 4.5])),
  ...['text-1', 'text-2'].flatMap((fg) =>
    ['bg-selected-strong', 'mark'].map((bg): [string, string, number] => [fg, bg, 4.5]),
  ),
  ...['accent', 'accent-hover', 'accent-pressed'].flatMap((fg) => [
    ...surfaces.map((bg): [string, string, number] => [fg, bg, 4.5]),
    ['on-accent', fg, 4.5] satisfies [string, string, number],
  ]),
  ...['ok', 'warn', 'danger'].flatMap((fg) =>
    [...readable, 'bg-hover', 'bg-selected', `${fg}-tint`].map((bg): [string, string, number] => [fg, bg, 4.5]),
  ),
  ...['ok', 'warn', 'danger'].map((fg): [string, string, number] => ['text-1', `${fg}-tint`, 4.5]),
  ...['line-control', 'accent-line'].flatMap((fg) => readable.map((bg): [string, string, number] => [fg, bg, 3])),
  ...[...surfaces, 'bg-selected-strong'].map((bg): [string, string, number] => ['focus-color', bg, 3]),
  ...kinds.flatMap((kind) => surfaces.map((bg): [string, string, number] => [kind, bg, 3])),
]

describe.each(themes)('in the %s theme', (theme) => {
  test('every text, edge and shape has the contrast its use asks for', () => {
    const weak = pairs
      .map(([fg, bg, least]) => ({ fg, bg, least, ratio: contrast(colour(fg, theme), colour(bg, theme)) }))
      .filter(({ ratio, least }) => ratio < least)
    expect(weak).toEqual([])
  })

  // Machado, Oliveira and Fernandes 2009, full severity, on linear RGB.
  const sights: [string, readonly Triple[]][] = [
    [
      'normal sight',
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
    ],
    [
      'protanopia',
      [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ],
    ],
    [
      'deuteranopia',
      [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.01182, 0.04294, 0.968881],
      ],
    ],
    [
      'tritanopia',
      [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.3039],
      ],
    ],
  ]
  test.each(sights)('the six kinds are told apart under %s', (_name, matrix) => {
    const seen = kinds.map((kind) => {
      const rgb = linear(colour(kind, theme))
      return oklab(matrix.map((row) => row.reduce((sum, weight, at) => sum + weight * (rgb[at] ?? 0), 0)))
    })
    for (const [at, one] of seen.entries()) {
      for (const other of seen.slice(at + 1)) {
        const distance = Math.hypot(...one.map((value, axis) => value - (other[axis] ?? 0)))
        expect(distance).toBeGreaterThanOrEqual(0.08)
      }
    }
  })
})

/** Björn Ottosson's OKLab of linear RGB. */
function oklab(rgb: readonly number[]): number[] {
  const [r = 0, g = 0, b = 0] = rgb.map((value) => Math.min(1, Math.max(0, value)))
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}
