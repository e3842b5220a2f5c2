export interface SignInProps {
  onSignedIn: () => void;
  /** Called when a mail with a link is under way, which may be opened in another tab. */
  onMailSent?: (() => void) | undefined;
}
