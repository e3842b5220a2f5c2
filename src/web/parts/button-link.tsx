import { Link, type LinkProps } from 'react-router';
import { buttonClass, type ButtonLook } from './button.js';

/** A link to another page that weighs as much as a button. */
export function ButtonLink({ look = 'outline', className, ...rest }: LinkProps & { look?: ButtonLook }) {
  return <Link {...rest} className={buttonClass(look, className)} />;
}
