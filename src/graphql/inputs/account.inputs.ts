import { Field, ID, InputType } from 'type-graphql';
import type { ApiScope } from '../../app/ports/accounts.js';
import { ApiScopeEnum } from '../enums.js';
import { DateTimeScalar } from '../scalars.js';

const EMAIL = 'E-mail address.';
const NEW_PASSWORD = 'The password wanted: 10 to 256 characters.';
const CURRENT_PASSWORD = 'The password as it is; only an account without one leaves it out.';
const SECOND_FACTOR = 'The code that the authenticator app shows, or a recovery code.';
const INSTEAD_OF_PASSWORD = `${SECOND_FACTOR} In place of the password, where a second factor is on.`;
const MAILED_TOKEN = 'The long random text at the end of the mailed link.';

@InputType('RegisterInput', { description: 'Opens an account.' })
export class RegisterInput {
  @Field(() => String, { description: EMAIL })
  readonly email!: string;

  @Field(() => String, { description: NEW_PASSWORD })
  readonly password!: string;
}

@InputType('RequestSignInInput', { description: 'Asks for a sign-in mail.' })
export class RequestSignInInput {
  @Field(() => String, { description: EMAIL })
  readonly email!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What your page was in the middle of, in its own writing: 1 to 2,000 of the characters A-Z, a-z, 0-9, - and _. It is put at the end of the mailed link, behind a #, and kept nowhere.',
  })
  readonly draft?: string;
}

@InputType('SignInWithPasswordInput', { description: 'Signs in by password.' })
export class SignInWithPasswordInput {
  @Field(() => String, { description: EMAIL })
  readonly email!: string;

  @Field(() => String, { description: 'The password.' })
  readonly password!: string;
}

@InputType('SignInWithCodeInput', { description: 'Signs in by the code of a mail.' })
export class SignInWithCodeInput {
  @Field(() => String, { description: EMAIL })
  readonly email!: string;

  @Field(() => String, {
    description: 'The code of the newest mail. Hyphens, spaces and case do not matter.',
  })
  readonly code!: string;
}

@InputType('SignInWithLinkInput', { description: 'Signs in by the link of a mail.' })
export class SignInWithLinkInput {
  @Field(() => String, { description: MAILED_TOKEN })
  readonly token!: string;
}

@InputType('SignOutInput', { description: 'Signs out.' })
export class SignOutInput {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether to end every session of the account, not only this one.',
  })
  readonly everywhere!: boolean;
}

@InputType('ConfirmAddressInput', {
  description: 'Confirms the e-mail address of the account that is signed in.',
})
export class ConfirmAddressInput {
  @Field(() => String, { description: `${MAILED_TOKEN} Or the code beside it.` })
  readonly token!: string;
}

@InputType('ChangePasswordInput', { description: 'Sets another password, or the first one.' })
export class ChangePasswordInput {
  @Field(() => String, { nullable: true, description: CURRENT_PASSWORD })
  readonly currentPassword?: string;

  @Field(() => String, { description: NEW_PASSWORD })
  readonly newPassword!: string;
}

@InputType('ResetPasswordInput', { description: 'Sets a new password without the old one.' })
export class ResetPasswordInput {
  @Field(() => String, { description: EMAIL })
  readonly email!: string;

  @Field(() => String, { description: 'The code of the newest sign-in mail, or a recovery code.' })
  readonly code!: string;

  @Field(() => String, { description: NEW_PASSWORD })
  readonly newPassword!: string;
}

@InputType('RenewRecoveryCodesInput', { description: 'Asks for new recovery codes.' })
export class RenewRecoveryCodesInput {
  @Field(() => String, { nullable: true, description: CURRENT_PASSWORD })
  readonly currentPassword?: string;

  @Field(() => String, { nullable: true, description: INSTEAD_OF_PASSWORD })
  readonly code?: string;
}

@InputType('GiveSecondFactorInput', { description: 'The second half of a sign-in.' })
export class GiveSecondFactorInput {
  @Field(() => String, { description: SECOND_FACTOR })
  readonly code!: string;
}

@InputType('BeginSecondFactorInput', { description: 'Begins to use an authenticator app.' })
export class BeginSecondFactorInput {
  @Field(() => String, { nullable: true, description: CURRENT_PASSWORD })
  readonly currentPassword?: string;
}

@InputType('TurnOnSecondFactorInput', { description: 'Shows that the app has the secret.' })
export class TurnOnSecondFactorInput {
  @Field(() => String, { description: 'The code that the app shows.' })
  readonly code!: string;
}

@InputType('TurnOffSecondFactorInput', {
  description: 'Ends the use of the authenticator app: the password, or a code.',
})
export class TurnOffSecondFactorInput {
  @Field(() => String, { nullable: true, description: CURRENT_PASSWORD })
  readonly currentPassword?: string;

  @Field(() => String, { nullable: true, description: INSTEAD_OF_PASSWORD })
  readonly code?: string;
}

@InputType('CreateApiKeyInput', { description: 'Makes an API key.' })
export class CreateApiKeyInput {
  @Field(() => String, { description: 'What it is for: 1 to 80 characters.' })
  readonly name!: string;

  @Field(() => [ApiScopeEnum], { description: 'What it may do: at least one.' })
  readonly scopes!: ApiScope[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it ends. Left out, it does not by itself.',
  })
  readonly expiresAt?: Date;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether `/api/v2/query/urls` tells it that what nobody has answered is opted out. It cannot be changed later.',
  })
  readonly isStrict!: boolean;
}

@InputType('RevokeApiKeyInput', { description: 'Ends an API key.' })
export class RevokeApiKeyInput {
  @Field(() => ID, { description: 'Id of the key.' })
  readonly id!: string;
}

@InputType('UnlinkProviderInput', { description: 'Ends that a provider is a way in.' })
export class UnlinkProviderInput {
  @Field(() => ID, { description: 'Id of the linked provider.' })
  readonly id!: string;
}

@InputType('SetArtistNamesInput', { description: 'Says by which names your work goes.' })
export class SetArtistNamesInput {
  @Field(() => [String], {
    description:
      'At most 12, the most usual first; none takes all of them back. Each has 2 to 80 characters and at most 8 words. Anybody can read them.',
  })
  readonly names!: readonly string[];
}
