//! The words of the screens. `m` holds one typed function per message; the locale is the page's own state.

export { m } from './generated/messages.js'
export { i18n } from './locale.svelte'
export { who } from './who'
export * from './consents'
export * from './format'
export * from './reading'
