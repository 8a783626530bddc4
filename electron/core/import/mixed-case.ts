/** Patterns of which some parts tell capitals from small letters and the others do not. */

const token =
  /\\[pP]\{[^}]*\}|\\k<\w+>|\\u\{?[\dA-Fa-f]+\}?|\\.|\(\?<[A-Za-z]\w*>|\(\?-i:|\(\?(?:[:=!]|<[=!])|\[\^?(?:\\[pP]\{[^}]*\}|\\.|[^\]\\])*\]|./gsu

/** A class of characters in both cases: "[ivx]" and "[a-e]", not "[A-Za-z\d]", which has them. */
function classInBothCases(set: string): string {
  const inner = set.replace(/^\[\^?|\]$/gu, '')
  const open = set.slice(0, set.length - inner.length - 1)
  const letters = inner.replace(/\\[pP]\{[^}]*\}|\\./gu, (escape) =>
    /^\\p\{L[lu]\}$/u.test(escape) ? '\\p{L}' : escape,
  )
  const plain = inner.replace(/\\[pP]\{[^}]*\}|\\./gu, '')
  const pairs = [...plain.matchAll(/(?<from>\p{L})(?:-(?<to>\p{L}))?/gu)].map(({ groups }) => {
    const { from = '', to } = groups ?? {}
    const both = [from.toLowerCase(), from.toUpperCase()]
    return to === undefined ? both.join('') : `${both[0]}-${to.toLowerCase()}${both[1]}-${to.toUpperCase()}`
  })
  return `${open}${letters}${pairs.join('')}]`
}

function inBothCases(piece: string): string {
  if (piece.startsWith('[')) return classInBothCases(piece)
  if (/^\\p\{L[lu]\}$/u.test(piece)) return '\\p{L}'
  if (piece.length > 1) return piece
  const [small, capital] = [piece.toLowerCase(), piece.toUpperCase()]
  return small === capital || capital.length > 1 ? piece : `[${small}${capital}]`
}

/**
 * A pattern that takes capitals and small letters alike, but for what stands in "(?-i:…)". The modifier itself is not used:
 * once a process has compiled a megabyte of patterns, V8 compiles the next without its optimizer, and then a modifier
 * makes other parts of its pattern tell the cases apart. `flags` are those of the pattern without "i".
 */
export function mixedCase(source: string, flags: string): RegExp {
  let depth = 0
  // The depth of the group inside which the cases are told apart; 0 outside any.
  let apart = 0
  const out = [...source.matchAll(token)].map(([piece]) => {
    if (piece.startsWith('(')) depth += 1
    if (piece === '(?-i:') {
      if (apart === 0) apart = depth
      return '(?:'
    }
    const told = apart > 0
    if (piece === ')') {
      if (apart === depth) apart = 0
      depth -= 1
    }
    return told ? piece : inBothCases(piece)
  })
  return new RegExp(out.join(''), flags)
}
