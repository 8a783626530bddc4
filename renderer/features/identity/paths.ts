/** Addresses of the names to settle. */
export const namesPath = '/namn'
