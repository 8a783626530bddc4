/** The map's colours as plain hex, for pictures that leave the application; equal to the interface's tokens (tested). */
import type { NodeKind } from '#contract/network.ts'

export type Palette = {
  surface: string
  text: string
  quietText: string
  tie: string
  kinds: Readonly<Record<NodeKind, string>>
}

export const palettes: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    surface: '#fbfbf9',
    text: '#211d1a',
    quietText: '#4e4a45',
    tie: '#83807b',
    kinds: { person: '#6274b8', organisation: '#aa2f0b', body: '#006d5d', meeting: '#113c5e', theme: '#78339c' },
  },
  dark: {
    surface: '#1d1b19',
    text: '#eeedea',
    quietText: '#bbb9b5',
    tie: '#837f7b',
    kinds: { person: '#849ee6', organisation: '#ca784d', body: '#02d5c6', meeting: '#e7f0f7', theme: '#a768c8' },
  },
}
