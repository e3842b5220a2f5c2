export interface SignInProps {
  onSignedIn: () => void;
  /** Called when a mail with a link is under way, which may be opened anywhere. */
  onMailSent?: (() => void) | undefined;
  /** What the mailed link carries, for the page that it leads to: of the characters A-Z, a-z, 0-9, - and _. */
  draft?: string | undefined;
  /** What to do with the mail, where that is more than signing in. */
  sentHint?: string;
}
