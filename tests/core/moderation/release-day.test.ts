import { describe, expect, it } from '@jest/globals';
import { releaseDay } from '../../../src/core/moderation/release-day.js';

describe('the day by which a dataset was released', () => {
  it.each([
    ['2022-03-31', '2022-03-31', 'a day is a day'],
    ['2024-02', '2024-02-29', 'a month was over on its last day'],
    ['2021', '2021-12-31', 'and so was a year'],
    ['2021-08-20 (v2)', '2021-08-20', 'what follows a date is passed over'],
    ['v1.2', undefined, 'a version is no date'],
    ['20220331', undefined, 'nor is a number'],
    ['2022-13-01', '2022-12-31', 'of a month that there is not, the year is left'],
    [undefined, undefined, 'nothing was told'],
  ])('of %j is %j: %s', (release, day, _reason) => {
    expect(releaseDay(release)).toBe(day);
  });
});
