/** Whoever is to read the reports is not named as age takes it. */
export class ReportRecipientUnusable extends Error {
  override readonly name = 'ReportRecipientUnusable';
}

export type Seal = (plain: Uint8Array) => Promise<Uint8Array>;

/**
 * Seals files that only the holder of a key can read. Source: C2SP, age.md.
 * @param recipient as age-keygen prints it: `age1…`
 * @throws ReportRecipientUnusable
 */
export async function sealForRecipient(recipient: string): Promise<Seal> {
  // Every command would otherwise load it with the settings.
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  try {
    encrypter.addRecipient(recipient);
  } catch (error) {
    throw new ReportRecipientUnusable(
      'ASSENT_REPORT_RECIPIENT is no recipient of age. Give it as age-keygen prints it: age1…',
      { cause: error },
    );
  }
  return (plain) => encrypter.encrypt(plain);
}
