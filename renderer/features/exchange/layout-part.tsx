/** How the file is read: encoding, separator, sheet, headings, and what each column tells. */
import { contactField, type ContactField, type ContactsPreview, type Separator } from '#contract/exchange.ts'
import { textEncoding, type TextEncoding } from '#contract/imports.ts'
import { useT } from '../../i18n/i18n.ts'
import { Checkbox, Select } from '../../ui/field.tsx'
import { readAgain } from './session.ts'

const signs = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' } as const

export function LayoutPart({ preview }: { preview: ContactsPreview }) {
  const t = useT()
  const { columns, encoding, separator, header, sheets, sheet } = preview
  const text = textEncoding.safeParse(encoding).data
  if (columns.length === 0 && text === undefined) return null
  const isTable = columns.length > 0
  const fields = contactField.options.map((value) => ({ value, label: t(`exchange:field.${value}`) }))
  const set = (at: number, field: ContactField) =>
    void readAgain({ columns: columns.map((column, index) => (index === at ? field : column.field)) })
  return (
    <section className="exchange-part" aria-labelledby="exchange-columns">
      <div className="exchange-part-head">
        <div>
          <h2 className="heading" id="exchange-columns">
            {t(isTable ? 'exchange:columns' : 'exchange:reads')}
          </h2>
          <p className="text-3">{t(isTable ? 'exchange:columnsHint' : 'exchange:readsHint')}</p>
        </div>
        <div className="exchange-how">
          {text !== undefined && (
            <Select<TextEncoding>
              label={t('exchange:encoding')}
              options={textEncoding.options.map((value) => ({ value, label: t(`exchange:encodings.${value}`) }))}
              value={text}
              onChange={(value) =>
                void readAgain({ encoding: value, separator: undefined, columns: undefined, header: undefined })
              }
            />
          )}
          {separator !== null && (
            <Select<Separator>
              label={t('exchange:separator')}
              // Keys of the table above.
              options={(Object.keys(signs) as Separator[]).map((value) => ({
                value,
                label: t(`exchange:sign.${signs[value]}`),
              }))}
              value={separator}
              onChange={(value) => void readAgain({ separator: value, columns: undefined, header: undefined })}
            />
          )}
          {sheets.length > 1 && (
            <Select
              label={t('exchange:sheet')}
              options={sheets.map((name, index) => ({ value: String(index), label: name }))}
              value={String(sheet ?? 0)}
              onChange={(value) => void readAgain({ sheet: Number(value), columns: undefined, header: undefined })}
            />
          )}
          {isTable && (
            <Checkbox
              label={t('exchange:header')}
              checked={header === true}
              onChange={(value) => void readAgain({ header: value, columns: undefined })}
            />
          )}
        </div>
      </div>
      <div className="exchange-scroll" hidden={!isTable}>
        <ul className="exchange-columns">
          {columns.map((column, index) => (
            <li key={index} data-ignored={column.field === 'ignore' || undefined}>
              <Select<ContactField>
                label={column.heading === '' ? t('exchange:columnNumber', { number: index + 1 }) : column.heading}
                options={fields}
                value={column.field}
                onChange={(field) => set(index, field)}
              />
              {column.samples.map((sample, place) => (
                <p key={place} className="exchange-sample record">
                  {sample}
                </p>
              ))}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
