/** What a block's kind asks for beside its words. Each field may stay empty: then it is unknown. */
import { useRead } from '../../../transport/hooks.ts'
import { useT } from '../../../i18n/i18n.ts'
import { clockFor, timeParser } from '../head/times.ts'
import type { BesideChange } from '../editor/make-api.ts'
import type { Block } from '../text/blocks.ts'
import type { Item, View } from '../text/savers.ts'
import { ActionChips } from './action-chips.tsx'
import { TextChip } from './chip-frame.tsx'
import { actionsOf } from './face.ts'
import { participantNames } from './names.ts'
import { PeopleChips } from './people-chips.tsx'
import { VoteChips } from './vote-chips.tsx'
import { withFields } from './with-fields.ts'

export type BlockChipsProps = {
  view: View
  item: Item
  block: Pick<Block, 'id' | 'kind' | 'fields' | 'people'>
  set: (change: BesideChange) => void
}

export function BlockChips({ view, item, block, set }: BlockChipsProps) {
  const t = useT()
  const { kind, fields, people } = block
  const present = participantNames(view)
  const setFields = (change: Parameters<typeof withFields>[1]) => {
    set({ fields: withFields(fields, change) })
    return Promise.resolve(true)
  }
  const common = { people, present, onSave: (next: Block['people']) => set({ people: next }) }
  const charged = actionsOf(item, block.id)
  return (
    <>
      {kind === 'discussion' && fields?.voice !== 'plenary' && (
        <GroupChip view={view} value={fields?.group ?? null} onSave={(group) => setFields({ group })} />
      )}
      {kind === 'presentation' && (
        <>
          <PeopleChips
            {...common}
            part="presenter"
            label={t('blocks:field.presenter')}
            ask={t('blocks:field.presenterAsk')}
          />
          <TextChip
            label={t('blocks:field.work')}
            wordsOf="work"
            value={fields?.work ?? null}
            empty={t('blocks:field.workAsk')}
            onSave={(work) => setFields({ work })}
          />
        </>
      )}
      {kind === 'motion' && (
        <PeopleChips {...common} part="mover" label={t('blocks:field.mover')} ask={t('blocks:field.moverAsk')} />
      )}
      {kind === 'vote' && <VoteChips fields={fields} setFields={setFields} {...common} />}
      {kind === 'dissent' && (
        <PeopleChips
          {...common}
          part="dissenter"
          label={t('blocks:field.dissenter')}
          ask={t('blocks:field.dissenterAsk')}
        />
      )}
      {kind === 'recusal' && (
        <PeopleChips {...common} part="recused" label={t('blocks:field.recused')} ask={t('blocks:field.recusedAsk')} />
      )}
      {kind === 'adjournment' &&
        (['from', 'to'] as const).map((edge) => (
          <TextChip
            key={edge}
            label={t(`blocks:field.${edge}`)}
            value={fields?.[edge] ?? null}
            show={clockFor}
            parse={timeParser(t)}
            empty={t('blocks:field.timeAsk')}
            maxLength={10}
            onSave={(time) => setFields({ [edge]: time })}
          />
        ))}
      {(kind === 'action' || charged.length > 0) && (
        <ActionChips actions={charged} present={present} paragraphId={block.id} itemId={item.id} meetingId={view.id} />
      )}
    </>
  )
}

/** Which group's words: groups named in this meeting first, then those of the register. */
function GroupChip({
  view,
  value,
  onSave,
}: {
  view: View
  value: string | null
  onSave: (group: string | null) => Promise<boolean>
}) {
  const t = useT()
  const { data } = useRead('register.list', { kind: 'body', limit: 200 })
  const here = view.items.flatMap((item) => item.paragraphs.flatMap(({ fields }) => fields?.group ?? []))
  return (
    <TextChip
      label={t('blocks:field.group')}
      value={value}
      empty={t('blocks:field.groupAsk')}
      suggestions={[...new Set([...here, ...(data?.rows ?? []).map(({ name }) => name)])]}
      preferred={here}
      maxLength={200}
      onSave={onSave}
    />
  )
}
