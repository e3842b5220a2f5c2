/** More passwords wait to be hashed than the machine can take. Thrown by a PasswordHasher before it starts any work. */
export class PasswordsBusy extends Error {
  override readonly name = 'PasswordsBusy';

  constructor() {
    super('Too many passwords are being checked at once.');
  }
}
