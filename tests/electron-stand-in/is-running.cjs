const { readFileSync } = require('node:fs')

exports.isRunning = (pid) => {
  try {
    process.kill(pid, 0)
    // A killed process that nobody has waited for still has its id.
    return process.platform !== 'linux' || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false // There is no such process, or none any more.
  }
}
