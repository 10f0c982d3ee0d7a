//! Monitors the turned screen can go to, in words.

import { m } from '../../i18n'
import type { MonitorChoice } from '../../ipc/client'

/** Whether somebody has to be asked: there are several, and none of them is the one chosen before. */
export function mustChoose(monitors: readonly MonitorChoice[], chosen: string): boolean {
  return monitors.length > 1 && !monitors.some((monitor) => monitor.key === chosen)
}

/** "The one on the right (Dell U2415, 1920 × 1200)". */
export function monitorWords({ side, name, width, height }: MonitorChoice): string {
  const where = { here: m.monitor_here, left: m.monitor_left, right: m.monitor_right, above: m.monitor_above, below: m.monitor_below }[side]()
  const what = [name, `${width} × ${height}`].filter((part) => part !== '').join(', ')
  return `${where} (${what})`
}
