/**
 * By what pictures are told apart among rows called `found`, with what was seen of them as `looked`: their bytes as they were found, or
 * as the dataset has them, or else no more than their address.
 */
export const DIFFERENT_PICTURE = `coalesce(looked.sha256, found.sha256, found.md5, convert_to(found.canonical, 'UTF8'))`;
