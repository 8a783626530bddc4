/** What a step of the history is called: "Ångra: texten ändrades". */
import type { Key } from '../i18n/resources.ts'
import type { WriteName } from '../transport/hooks.ts'

const names: Partial<Record<WriteName, Key>> = {
  'settings.set': 'steps.settings',
  'meetings.create': 'steps.meetingMade',
  'meetings.setHead': 'steps.meetingHead',
  'meetings.setOfficers': 'steps.officers',
  'meetings.remove': 'steps.meetingRemoved',
  'items.add': 'steps.itemAdded',
  'items.set': 'steps.itemHead',
  'items.move': 'steps.itemMoved',
  'items.remove': 'steps.itemRemoved',
  'items.saveText': 'steps.text',
  'actions.set': 'steps.action',
  'attendance.add': 'steps.participantAdded',
  'attendance.set': 'steps.participant',
  'attendance.remove': 'steps.participantRemoved',
  'warnings.resolve': 'steps.warning',
  'imports.commit': 'steps.import',
  'register.rename': 'steps.rename',
  'register.remove': 'steps.registerRemoved',
  'sources.add': 'steps.sourceAdded',
  'sources.accept': 'steps.sourceAnswer',
  'sources.reject': 'steps.sourceAnswer',
  'sources.reopen': 'steps.sourceAnswer',
  'sources.edit': 'steps.sourceEdit',
  'sources.link': 'steps.sourceChanged',
  'sources.setSpan': 'steps.sourceChanged',
  'sources.rename': 'steps.sourceChanged',
  'sources.withdraw': 'steps.sourceWithdrawn',
  'sources.restore': 'steps.sourceChanged',
  'privacy.rectify': 'steps.rectified',
  'privacy.restrict': 'steps.restricted',
  'retention.setRule': 'steps.retentionRule',
  'retention.keep': 'steps.reviewed',
  'retention.remove': 'steps.reviewed',
  'network.move': 'steps.networkMoved',
  'network.relayout': 'steps.networkLaid',
}

/** Key of a method's name as a step; a general one for a method that has none yet. */
export function stepKey(method: string): Key {
  const found = Object.entries(names).find(([name]) => name === method)
  return found?.[1] ?? 'steps.other'
}
