/**
 * Rule 7 of canonical URL v1: parameters that follow the reader and never choose the resource.
 * The list is part of version 1: it is never edited, since every key ever logged was made with it. A longer list is
 * a new version of the canonical form. Names that some server could use for anything else (`ref`, `source`, `id`,
 * `s`, `cid`) are left out on purpose: dropping one of those would give two pictures one address.
 */

export const TRACKING_PARAMETERS: ReadonlySet<string> = new Set([
  // Campaign tagging (Google Analytics, and those who took its names over)
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'utm_content',
  'utm_id',
  'utm_source_platform',
  'utm_creative_format',
  'utm_marketing_tactic',
  'utm_brand',
  'utm_cid',
  'utm_keyword',
  'utm_name',
  'utm_place',
  'utm_pubreferrer',
  'utm_reader',
  'utm_referrer',
  'utm_social',
  'utm_social-type',
  'utm_swu',
  'utm_userid',
  'utm_viz_id',
  // Campaign tagging (Matomo, formerly Piwik)
  'mtm_campaign',
  'mtm_cid',
  'mtm_content',
  'mtm_group',
  'mtm_keyword',
  'mtm_medium',
  'mtm_placement',
  'mtm_source',
  'pk_campaign',
  'pk_cid',
  'pk_content',
  'pk_keyword',
  'pk_kwd',
  'pk_medium',
  'pk_source',
  'piwik_campaign',
  'piwik_keyword',
  'piwik_kwd',
  // Click identifiers of advertisers and networks
  '_openstat',
  'dclid',
  'epik',
  'fbclid',
  'gad_campaignid',
  'gad_source',
  'gbraid',
  'gclid',
  'gclsrc',
  'igsh',
  'igshid',
  'irclickid',
  'li_fat_id',
  'msclkid',
  'rb_clickid',
  'rdt_cid',
  'srsltid',
  'ttclid',
  'twclid',
  'wbraid',
  'wickedid',
  'yclid',
  'ymclid',
  'ysclid',
  // Visitor identifiers handed from site to site
  '_ga',
  '_gac',
  '_gl',
  'guccounter',
  'guce_referrer',
  'guce_referrer_sig',
  // Mailing and marketing systems
  '__hsfp',
  '__hssc',
  '__hstc',
  '_hsenc',
  '_hsmi',
  'bsft_clkid',
  'bsft_uid',
  'elqTrack',
  'elqTrackId',
  'hsCtaTracking',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  'ml_subscriber',
  'ml_subscriber_hash',
  'oly_anon_id',
  'oly_enc_id',
  'vero_conv',
  'vero_id',
]);

/** The names hold nothing that a regular expression would read as anything but itself. */
const TRACKED = new RegExp(`(?:^|&)(?:${[...TRACKING_PARAMETERS].join('|')})(?:[=&]|$)`);

/** Whether anything in a query (no question mark, rules 5 and 6 applied) is dropped by this rule. */
export function hasTrackingParameter(query: string): boolean {
  return TRACKED.test(query);
}

/** A query (no question mark, rules 5 and 6 applied) without its tracking parameters; the others keep order and bytes. */
export function withoutTrackingParameters(query: string): string {
  return query
    .split('&')
    .filter((parameter) => !hasTrackingParameter(parameter))
    .join('&');
}
