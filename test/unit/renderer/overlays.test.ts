import { beforeEach, describe, expect, test } from 'vitest'
import { openedOverlay, openOverlay, takeTypedAhead, typeAhead } from '../../../renderer/commands/overlays.ts'

describe('keys pressed before an overlay is there', () => {
  beforeEach(() => openOverlay('palette'))
  const press = (...keys: string[]) => keys.forEach(typeAhead)

  test('are kept as its field would take them, and given once', () => {
    press('i', 'n', 'x', 'Backspace', 's', 'Shift', 'Å', 'Enter', 'y')
    expect(takeTypedAhead()).toEqual({ text: 'insÅ', entered: true })
    expect(takeTypedAhead()).toEqual({ text: '', entered: false })
  })

  test('are forgotten when Escape calls it off, and when it is opened anew', () => {
    press('i', 'Escape')
    expect(openedOverlay()).toBeNull()
    openOverlay('palette')
    expect(takeTypedAhead()).toEqual({ text: '', entered: false })
    press('i')
    openOverlay('palette')
    expect(takeTypedAhead()).toEqual({ text: '', entered: false })
  })
})
