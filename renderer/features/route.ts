/** What a page says about itself. */
import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import { loadWords } from '../i18n/i18n.ts'
import type { Namespace } from '../i18n/resources.ts'

export const places = ['start', 'meetings', 'register', 'network', 'actions', 'sources', 'settings'] as const
export type Place = (typeof places)[number]

/** wouter's parameters of the path, decoded. */
export type PageProps = { params: Readonly<Record<string, string | undefined>> }
export type Page = ComponentType<PageProps> | LazyExoticComponent<ComponentType<PageProps>>

export type Route = {
  /** After the `#`: `/moten/:id`; `?` marks a part that may be missing. */
  path: string
  place: Place
  page: Page
  /** rail: work on one document or the map, with the narrow column. */
  shell?: 'rail'
}

/** A page in a file of its own, fetched with its words the first time it is shown. */
export function lazyPage(load: () => Promise<ComponentType<PageProps>>, ...words: Namespace[]): Page {
  return lazy(async () => {
    const [page] = await Promise.all([load(), loadWords(...words)])
    return { default: page }
  })
}
