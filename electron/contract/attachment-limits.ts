/** How much may be attached, in bytes. Without schemas, so that the screen knows it without loading them. */

/** One file, and all files of a meeting together. */
export const [mostBytes, mostMeetingBytes] = [20_000_000, 100_000_000]
