/** A registry that could not be asked, or whose answer cannot be relied on. Nothing of it is permission. */
export class RegistryFailure extends Error {
  override readonly name = 'RegistryFailure';
}
