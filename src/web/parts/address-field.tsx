import { TextField, type TextFieldProps } from './text-field.js';

/** For a web address. Not `type="url"`, which would demand a scheme that people do not type. */
export function AddressField(props: TextFieldProps) {
  return (
    <TextField
      {...props}
      className="input--copy"
      dir="ltr"
      inputMode="url"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
    />
  );
}
