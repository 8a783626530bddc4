/** What a role in a body means for a meeting: its place in the list, and whether it votes. Pure. */

type Seat = { rank: number; voting: boolean }

const seats: readonly (readonly [pattern: RegExp, seat: Seat])[] = [
  [/(?:ersätt|suppleant|vikarie|(?<!\p{L})deput|substitut|alternate)/iu, { rank: 4, voting: false }],
  [/(?:adjung|co-?opt|observat|observer|sakkunnig|expert|gäst|guest)/iu, { rank: 5, voting: false }],
  [/(?:sekreter|secretar|protokollför|handläggar|kanslist|föredragand|tjänsteman)/iu, { rank: 6, voting: false }],
  [
    /(?:vice|(?:1|2):?[ae]|förste|andre|biträdande)[ -].*(?:ordför|chair|president)|vice-?chair/iu,
    { rank: 1, voting: true },
  ],
  [/(?:ordför|chair|president|convenor|convener|sammankall)/iu, { rank: 0, voting: true }],
  [/(?:ledamot|ledamöter|(?<!\p{L})member)/iu, { rank: 2, voting: true }],
]

/** The seat of a role. A member without a named role is one like the others; a role of another name counts nobody's vote. */
export function seatOf(role: string | null): Seat {
  if (role === null || role.trim() === '') return { rank: 2, voting: true }
  return seats.find(([pattern]) => pattern.test(role))?.[1] ?? { rank: 3, voting: false }
}

export const isChair = (role: string | null) => role !== null && seatOf(role).rank === 0
export const isSecretary = (role: string | null) => role !== null && /sekreter|secretar|protokollför/iu.test(role)

/** Blocks of the list: those who take part in decisions, deputies, others. */
export const groupOf = (rank: number) => (rank <= 3 ? 1 : rank - 2)
