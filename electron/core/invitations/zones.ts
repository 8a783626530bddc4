/** Times of calendars as they are where meetings are held. Pure; the rules of time zones are the system's own. */

export const homeZone = 'Europe/Stockholm'

/** Zones by the names that Outlook gives them. */
const outlook: Readonly<Record<string, string>> = {
  'w. europe standard time': homeZone,
  'central europe standard time': homeZone,
  'central european standard time': homeZone,
  'romance standard time': homeZone,
  'gmt standard time': 'Europe/London',
  'greenwich standard time': 'Atlantic/Reykjavik',
  'fle standard time': 'Europe/Helsinki',
  'gtb standard time': 'Europe/Athens',
  'e. europe standard time': 'Europe/Chisinau',
  'eastern standard time': 'America/New_York',
  'central standard time': 'America/Chicago',
  'pacific standard time': 'America/Los_Angeles',
  utc: 'UTC',
  'coordinated universal time': 'UTC',
}

const formats = new Map<string, Intl.DateTimeFormat | null>()

function formatOf(zone: string): Intl.DateTimeFormat | null {
  let known = formats.get(zone)
  if (known === undefined) {
    try {
      known = new Intl.DateTimeFormat('sv-SE', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
      })
    } catch {
      known = null
    }
    formats.set(zone, known)
  }
  return known
}

/** The wall of a zone at an instant, as if it were UTC: milliseconds. */
function wallAt(instant: number, format: Intl.DateTimeFormat): number {
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const at = (name: string) => part[name] ?? 0
  return Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'))
}

/** IANA name of a TZID; null where nobody knows it. */
export function zoneOf(tzid: string): string | null {
  const name = tzid.trim().replace(/^"|"$/gu, '')
  const known = outlook[name.toLowerCase()] ?? /(?:^|\/)([A-Z]\w+\/[A-Z][\w+/-]+|UTC)$/u.exec(name)?.[1] ?? name
  return formatOf(known) === null ? null : known
}

/** The instant at which the clocks of a zone show a wall time; within an hour that is skipped, just after it. */
function instantOf(wall: number, format: Intl.DateTimeFormat): number {
  let instant = wall
  for (let round = 0; round < 3; round += 1) instant += wall - wallAt(instant, format)
  return instant
}

/**
 * A wall time of a zone as Swedish wall time, `YYYY-MM-DDTHH:MM`.
 * @param wall milliseconds, as if the wall time were UTC
 * @param zone IANA name; null for a time that is the same everywhere
 */
export function homeTime(wall: number, zone: string | null): string {
  const [from, home] = [zone === null ? null : formatOf(zone), formatOf(homeZone)]
  const at = from === null || home === null || zone === homeZone ? wall : wallAt(instantOf(wall, from), home)
  return new Date(at).toISOString().slice(0, 16)
}
