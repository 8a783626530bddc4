/** What a person can put right in a finding, as fields, and the finding with them. Pure. */
import type { Finding, Named } from '#contract/reading.ts'

export type FieldName =
  | 'name'
  | 'person'
  | 'role'
  | 'title'
  | 'heading'
  | 'organisation'
  | 'body'
  | 'post'
  | 'code'
  | 'venue'
  | 'from'
  | 'to'
  | 'due'
  | 'open'
export type Fields = Partial<Record<FieldName, string | boolean>>

export const isDay = (text: string) =>
  text.trim() === '' || /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text.trim())

export function fieldsOf(finding: Finding): Fields {
  switch (finding.kind) {
    case 'person':
    case 'organisation':
      return { name: finding.who.name }
    case 'body':
      return {
        name: finding.who.name,
        body: finding.parent?.name ?? '',
        organisation: finding.organisation?.name ?? '',
      }
    case 'theme':
      return { code: finding.code ?? '', heading: finding.title, body: finding.body?.name ?? '' }
    case 'focus':
      return { body: finding.body.name, code: finding.theme.code ?? '', heading: finding.theme.title ?? '' }
    case 'tenure':
      return {
        person: finding.person?.name ?? '',
        role: finding.role ?? '',
        title: finding.title ?? '',
        organisation: finding.organisation?.name ?? '',
        body: finding.body?.name ?? '',
        post: finding.post ?? '',
        from: finding.span.from ?? '',
        to: finding.span.to ?? '',
        open: finding.span.toKind === 'open',
      }
    case 'event':
      return {
        heading: finding.title,
        from: finding.from ?? '',
        to: finding.to ?? '',
        venue: finding.venue ?? '',
        body: finding.body?.name ?? '',
      }
    case 'assignment':
      return { heading: finding.title, code: finding.theme?.code ?? '', due: finding.due ?? '' }
  }
}

/** The finding with the fields put in; null when a field that must say something is empty, or a day is none. */
export function withFields(finding: Finding, fields: Fields): Finding | null {
  const text = (name: FieldName) => {
    const value = fields[name]
    return typeof value === 'string' ? value.replace(/\s+/gu, ' ').trim() : ''
  }
  const orNull = (name: FieldName) => (text(name) === '' ? null : text(name))
  // Putting a name right does not change how the text writes it.
  const named = (name: FieldName, before: Named | null): Named | null =>
    text(name) === '' ? null : { name: text(name), asWritten: before?.asWritten ?? text(name) }
  if (!isDay(text('from')) || !isDay(text('to')) || !isDay(text('due'))) return null
  switch (finding.kind) {
    case 'person':
    case 'organisation': {
      const who = named('name', finding.who)
      return who === null ? null : { ...finding, who }
    }
    case 'body': {
      const who = named('name', finding.who)
      if (who === null) return null
      return {
        ...finding,
        who,
        parent: named('body', finding.parent),
        organisation: named('organisation', finding.organisation),
      }
    }
    case 'theme':
      return text('heading') === ''
        ? null
        : { ...finding, code: orNull('code'), title: text('heading'), body: named('body', finding.body) }
    case 'focus': {
      const body = named('body', finding.body)
      return body === null ? null : { ...finding, body, theme: { code: orNull('code'), title: orNull('heading') } }
    }
    case 'tenure': {
      const [from, to] = [orNull('from'), orNull('to')]
      const moved = from !== finding.span.from || to !== finding.span.to
      return {
        ...finding,
        person: named('person', finding.person),
        role: orNull('role'),
        title: orNull('title'),
        organisation: named('organisation', finding.organisation),
        body: named('body', finding.body),
        post: orNull('post'),
        span: {
          ...finding.span,
          from,
          to,
          fromAfter: from === null ? finding.span.fromAfter : null,
          toKind: to !== null ? 'known' : fields.open === true ? 'open' : 'unknown',
          basis: moved ? 'stated' : finding.span.basis,
        },
      }
    }
    case 'event':
      if (text('heading') === '') return null
      return {
        ...finding,
        title: text('heading'),
        from: orNull('from'),
        to: orNull('to'),
        basis: orNull('from') === finding.from ? finding.basis : 'stated',
        venue: orNull('venue'),
        body: named('body', finding.body),
      }
    case 'assignment':
      if (text('heading') === '') return null
      return {
        ...finding,
        title: text('heading'),
        theme:
          text('code') === ''
            ? finding.theme && { ...finding.theme, code: null }
            : { title: finding.theme?.title ?? null, code: text('code') },
        due: orNull('due'),
      }
  }
}
