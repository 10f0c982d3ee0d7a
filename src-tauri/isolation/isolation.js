// The gate between the page and the core. Everything the page sends passes here, in a frame the page cannot reach.
//
// Three messages exist: a row of the command table, and hearing or no longer hearing one of the core's events. Anything
// else is renamed to a command that does not exist, so that the caller gets an answer (a rejection) instead of waiting.

const EVENTS = ['locked', 'lock-soon', 'lock-off', 'turned-back', 'vault-changed', 'closing']

function passes(message) {
  const { cmd, payload } = message
  if (typeof payload !== 'object' || payload === null) return false
  if (cmd === 'call') {
    return (
      Object.keys(payload).length === 2 &&
      typeof payload.request === 'string' &&
      typeof payload.name === 'string' &&
      /^[a-z_]{1,40}$/.test(payload.name)
    )
  }
  if (cmd === 'plugin:event|listen' || cmd === 'plugin:event|unlisten') return EVENTS.includes(payload.event)
  return false
}

window.__TAURI_ISOLATION_HOOK__ = (message) =>
  passes(message) ? message : { ...message, cmd: 'refused_by_isolation', payload: {} }
