/// How far a run has come.
package struct LinkProgress: Sendable, Equatable {
  package var total = 0
  /// Links whose verdict stands; what is asked once more later is not among them.
  package var done = 0
  package var dead = 0
  package var unsure = 0
  /// Hosts that asked for a pause.
  package var waitingHosts = 0
}
