/** How graphql-js (16) words a variable that does not fit its type: with the value itself, which may be a password. */
const MISFIT = /^(Variable "\$\w+") got invalid value .*?( at "[^"]*")?; (.*)$/s;
const NO_SUCH_VALUE = / does not exist in "(\w+)" enum\./;
const WRONG_SCALAR = /^(\w+) cannot represent /;
/** Sentences that name types and fields only. */
const NAMES_ONLY = /^(?:Field "|Expected |This is not a value of )/;

/** The same error without the value. Any other message is answered as it is. */
export function withoutSentValue(message: string): string {
  const [, variable, place = '', detail = ''] = MISFIT.exec(message) ?? [];
  return variable === undefined
    ? message
    : `${variable} got a value that does not fit${place}.${said(detail)}`;
}

function said(detail: string): string {
  const [, enumName] = NO_SUCH_VALUE.exec(detail) ?? [];
  if (enumName !== undefined) return ` It is none of the values of ${enumName}.`;
  const [, scalarName] = WRONG_SCALAR.exec(detail) ?? [];
  if (scalarName !== undefined) return ` It is no ${scalarName}.`;
  return NAMES_ONLY.test(detail) ? ` ${detail}` : '';
}
