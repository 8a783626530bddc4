/** Reads a text that is no minutes for what it tells of people, organisations, groups, themes, events and assignments. */
import type { OrganisationType, Reading } from '#contract/reading.ts'
import { matchKey } from '#core/register/names.ts'
import { annotate } from './annotate.ts'
import type { Passage } from './passage.ts'
import { readAssignments } from './assignments.ts'
import { Collector } from './collect.ts'
import type { Context } from './context.ts'
import { readWrittenAfter } from './days.ts'
import { readDocument } from './document.ts'
import { readEvents } from './events.ts'
import { readGroups } from './groups.ts'
import { settle } from './settle.ts'
import { readDatedPosts } from './posts.ts'
import { readPublication, type StatedPublication } from './publication.ts'
import { readNames, readTenures } from './tenures.ts'
import { readThemes } from './themes.ts'

/**
 * The findings of a Swedish or English text, each once with all the places that say it. Any text is accepted;
 * one that tells nothing has no findings. Everything is a proposal: what the text does not say is null.
 * @param stated when the text was public, by the document's data beside it
 */
export function readText(text: string, stated: StatedPublication | null = null): Reading {
  const document = readDocument(text)
  const passages = annotate(document)
  const publication = readPublication(document.lines, stated)
  const sentences = passages.flatMap((one) => one.sentences.map((sentence) => sentence.text))
  const told = readWrittenAfter(sentences)
  // A later day than the text's last is a slip, or told of a plan.
  const writtenAfter = told !== null && publication.to !== null && told > publication.to ? null : told
  const context: Context = {
    document,
    passages,
    publication,
    writtenAfter,
    collector: new Collector(),
    under: underHeadings(passages),
    bodyNames: bodyNames(passages),
    seated: new Set(),
    types: typesOf(passages),
  }
  const themes = readThemes(context)
  readGroups(context)
  readTenures(context)
  readDatedPosts(context)
  readAssignments(context, themes)
  readEvents(context)
  readNames(context)
  return {
    publishedFrom: publication.from,
    publishedTo: publication.to,
    writtenAfter,
    lines: document.lines.length,
    findings: settle(context),
  }
}

function underHeadings(passages: readonly Passage[]): Map<Passage, Passage[]> {
  const under = new Map<Passage, Passage[]>()
  for (const one of passages) {
    if (one.heading === null || one.kind === 'heading') continue
    const list = under.get(one.heading)
    if (list === undefined) under.set(one.heading, [one])
    else list.push(one)
  }
  return under
}

function typesOf(passages: readonly Passage[]): Map<string, OrganisationType> {
  const types = new Map<string, OrganisationType>()
  for (const one of passages.flatMap((passage) => passage.organisations))
    if (one.type !== null) types.set(matchKey(one.name), one.type)
  return types
}

/** The fullest spelling of each body that the text names. */
function bodyNames(passages: readonly Passage[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const one of passages.flatMap((passage) => passage.bodies)) {
    if (!names.has(one.key)) names.set(one.key, one.name)
  }
  return names
}
