import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { changePassword } from '../../app/accounts/change-password.js';
import { confirmAddress } from '../../app/accounts/confirm-address.js';
import { createApiKey } from '../../app/accounts/create-api-key.js';
import { renewRecoveryCodes } from '../../app/accounts/renew-recovery-codes.js';
import { requestConfirmation } from '../../app/accounts/request-confirmation.js';
import { revokeApiKey } from '../../app/accounts/revoke-api-key.js';
import { beginSecondFactor } from '../../app/accounts/second-factor/begin-second-factor.js';
import { turnOffSecondFactor } from '../../app/accounts/second-factor/turn-off-second-factor.js';
import { turnOnSecondFactor } from '../../app/accounts/second-factor/turn-on-second-factor.js';
import type { GraphqlContext } from '../context.js';
import {
  BeginSecondFactorInput,
  ChangePasswordInput,
  ConfirmAddressInput,
  CreateApiKeyInput,
  RenewRecoveryCodesInput,
  RevokeApiKeyInput,
  TurnOffSecondFactorInput,
  TurnOnSecondFactorInput,
} from '../inputs/account.inputs.js';
import {
  BeginSecondFactorResult,
  ChangePasswordResult,
  ConfirmAddressResult,
  CreateApiKeyResult,
  RenewRecoveryCodesResult,
  RequestConfirmationResult,
  RevokeApiKeyResult,
  TurnOffSecondFactorResult,
  TurnOnSecondFactorResult,
} from '../results/account-results.js';
import {
  AccountPayload,
  BeginSecondFactorPayload,
  CreateApiKeyPayload,
  RenewRecoveryCodesPayload,
  RequestConfirmationPayload,
  RevokeApiKeyPayload,
  TurnOnSecondFactorPayload,
} from '../results/payloads.js';
import { toError } from '../results/refusal-to-error.js';

const INPUT = { description: 'What is given.' };

@Resolver()
export class SecurityResolver {
  @Mutation(() => ConfirmAddressResult, {
    description: 'Confirms that mail to the account’s address reaches its owner.',
  })
  async confirmAddress(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => ConfirmAddressInput, INPUT) input: ConfirmAddressInput,
  ): Promise<typeof ConfirmAddressResult> {
    const result = await confirmAddress(registry, caller.actor, input);
    return result.ok ? new AccountPayload(result.account) : toError(result);
  }

  @Mutation(() => RequestConfirmationResult, {
    description: 'Mails another link and code by which the account’s address can be confirmed.',
  })
  async requestConfirmation(
    @Ctx() { registry, caller, origin }: GraphqlContext,
  ): Promise<typeof RequestConfirmationResult> {
    const result = await requestConfirmation(registry, caller.signedIn, origin);
    return result.ok ? new RequestConfirmationPayload(result.sentTo) : toError(result);
  }

  @Mutation(() => ChangePasswordResult, {
    description: 'Sets another password, or the first one. Ends every other session.',
  })
  async changePassword(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => ChangePasswordInput, INPUT) input: ChangePasswordInput,
  ): Promise<typeof ChangePasswordResult> {
    const result = await changePassword(registry, caller.signedIn, input);
    if (!result.ok) return toError(result);
    await caller.begin(result);
    return new AccountPayload(result.account);
  }

  @Mutation(() => RenewRecoveryCodesResult, { description: 'Gives new recovery codes; the old ones end.' })
  async renewRecoveryCodes(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => RenewRecoveryCodesInput, INPUT) input: RenewRecoveryCodesInput,
  ): Promise<typeof RenewRecoveryCodesResult> {
    const result = await renewRecoveryCodes(registry, caller.signedIn, input);
    return result.ok ? new RenewRecoveryCodesPayload(result.recoveryCodes) : toError(result);
  }

  @Mutation(() => BeginSecondFactorResult, {
    description:
      'Makes a secret for an authenticator app. Nothing is asked for before a code of it was shown.',
  })
  async beginSecondFactor(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => BeginSecondFactorInput, INPUT) input: BeginSecondFactorInput,
  ): Promise<typeof BeginSecondFactorResult> {
    const result = await beginSecondFactor(registry, caller.signedIn, input);
    return result.ok ? new BeginSecondFactorPayload(result) : toError(result);
  }

  @Mutation(() => TurnOnSecondFactorResult, {
    description: 'Asks for a code at every sign-in from now on, once one shows that the app has the secret.',
  })
  async turnOnSecondFactor(
    @Ctx() { registry, caller, origin }: GraphqlContext,
    @Arg('input', () => TurnOnSecondFactorInput, INPUT) input: TurnOnSecondFactorInput,
  ): Promise<typeof TurnOnSecondFactorResult> {
    const { signedIn } = caller;
    const result = await turnOnSecondFactor(registry, signedIn, origin, input);
    return result.ok
      ? new TurnOnSecondFactorPayload(signedIn.account, result.recoveryCodes)
      : toError(result);
  }

  @Mutation(() => TurnOffSecondFactorResult, { description: 'Asks for no code any more.' })
  async turnOffSecondFactor(
    @Ctx() { registry, caller, origin }: GraphqlContext,
    @Arg('input', () => TurnOffSecondFactorInput, INPUT) input: TurnOffSecondFactorInput,
  ): Promise<typeof TurnOffSecondFactorResult> {
    const { signedIn } = caller;
    const result = await turnOffSecondFactor(registry, signedIn, origin, input);
    return result.ok ? new AccountPayload(signedIn.account) : toError(result);
  }

  @Mutation(() => CreateApiKeyResult, { description: 'Makes a key by which a program acts for the account.' })
  async createApiKey(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => CreateApiKeyInput, INPUT) input: CreateApiKeyInput,
  ): Promise<typeof CreateApiKeyResult> {
    const result = await createApiKey(registry, caller.signedIn, input);
    return result.ok ? new CreateApiKeyPayload(result.apiKey, result.secret) : toError(result);
  }

  @Mutation(() => RevokeApiKeyResult, { description: 'Ends a key for good.' })
  async revokeApiKey(
    @Ctx() { registry, caller }: GraphqlContext,
    @Arg('input', () => RevokeApiKeyInput, INPUT) input: RevokeApiKeyInput,
  ): Promise<typeof RevokeApiKeyResult> {
    const result = await revokeApiKey(registry, caller.signedIn, input);
    return result.ok ? new RevokeApiKeyPayload(result.apiKey) : toError(result);
  }
}
