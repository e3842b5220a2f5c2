-- What searches ask the database. Written by tests/store/search/search-sql.test.ts with ASSENT_WRITE_SQL=yes; read before it is committed.

-- words, of which one is widened, and an exclusion

SELECT ARRAY[to_tsquery('registry_und', $1)::text, to_tsquery('registry_en', $2)::text, to_tsquery('registry_es', $3)::text, to_tsquery('registry_fr', $4)::text, to_tsquery('registry_de', $5)::text, to_tsquery('registry_it', $6)::text, to_tsquery('registry_pt', $7)::text, to_tsquery('registry_nl', $8)::text, to_tsquery('registry_ru', $9)::text] AS each;

SELECT * FROM (
  SELECT floor(ts_rank('{0.1, 0.2, 1.0, 1.0}', words, ($4::text[]::tsquery[])[stems], 1) * -10000)::integer - CASE WHEN words @@ ($5::text[]::tsquery[])[stems] THEN 100000 ELSE 0 END AS place, dataset_id, ordinal, url_key, row_id, url, canonical, host, caption, stems, author, width, height, similarity, aesthetic, punsafe, pwatermark, nsfw, language, licence, md5, sha256, extra
  FROM entries WHERE words @@ $1::tsquery AND coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW' AND NOT words @@ ($2::text[]::tsquery[])[stems] AND words @@ ($3::text[]::tsquery[])[stems]
) AS found
WHERE TRUE ORDER BY place ASC, dataset_id ASC, ordinal ASC LIMIT 25;

SELECT * FROM (
  SELECT floor(ts_rank('{0.1, 0.2, 1.0, 1.0}', words, ($4::text[]::tsquery[])[stems], 1) * -10000)::integer - CASE WHEN words @@ ($5::text[]::tsquery[])[stems] THEN 100000 ELSE 0 END AS place, dataset_id, ordinal, url_key, row_id, url, canonical, host, caption, stems, author, width, height, similarity, aesthetic, punsafe, pwatermark, nsfw, language, licence, md5, sha256, extra
  FROM entries WHERE words @@ $1::tsquery AND coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW' AND NOT words @@ ($2::text[]::tsquery[])[stems] AND words @@ ($3::text[]::tsquery[])[stems]
) AS found
WHERE (place, dataset_id, ordinal) > ($6::integer, $7::integer, $8::bigint) ORDER BY place ASC, dataset_id ASC, ordinal ASC LIMIT 25;

SELECT
dataset_id,
CASE grouping(host, size, score) WHEN 3 THEN 'host' WHEN 5 THEN 'size' WHEN 6 THEN 'aesthetic' ELSE 'all' END AS kind,
CASE grouping(host, size, score) WHEN 3 THEN host WHEN 5 THEN size WHEN 6 THEN score::text END AS value,
count(*)::integer AS count, max(block)::integer AS last_block
    FROM unnest($4::integer[]) AS asked (id),
         LATERAL (
           SELECT dataset_id, host, CASE WHEN greatest(width, height) >= 2048 THEN 'very-large' WHEN greatest(width, height) >= 1024 THEN 'large' WHEN greatest(width, height) >= 512 THEN 'medium' WHEN greatest(width, height) >= 0 THEN 'small' END AS size, CASE WHEN aesthetic IS NOT NULL THEN least(greatest(floor(aesthetic), 0), 9)::integer END AS score, (ctid::text::point)[0] AS block
             FROM entries WHERE dataset_id = asked.id AND words @@ $1::tsquery AND coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW' AND NOT words @@ ($2::text[]::tsquery[])[stems] AND words @@ ($3::text[]::tsquery[])[stems]
            LIMIT 10001
         ) AS hits
   GROUP BY GROUPING SETS ((dataset_id), (dataset_id, host), (dataset_id, size), (dataset_id, score));

-- an author

SELECT * FROM (
  SELECT floor(ts_rank('{0.1, 0.2, 1.0, 1.0}', words, ($3::text[]::tsquery[])[stems], 1) * -10000)::integer AS place, dataset_id, ordinal, url_key, row_id, url, canonical, host, caption, stems, author, width, height, similarity, aesthetic, punsafe, pwatermark, nsfw, language, licence, md5, sha256, extra
  FROM entries WHERE words @@ $1::tsquery AND coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW' AND words @@ ($2::text[]::tsquery[])[stems]
) AS found
WHERE TRUE ORDER BY place ASC, dataset_id ASC, ordinal ASC LIMIT 25;

SELECT * FROM (
  SELECT floor(ts_rank('{0.1, 0.2, 1.0, 1.0}', words, ($3::text[]::tsquery[])[stems], 1) * -10000)::integer AS place, dataset_id, ordinal, url_key, row_id, url, canonical, host, caption, stems, author, width, height, similarity, aesthetic, punsafe, pwatermark, nsfw, language, licence, md5, sha256, extra
  FROM entries WHERE words @@ $1::tsquery AND coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW' AND words @@ ($2::text[]::tsquery[])[stems]
) AS found
WHERE (place, dataset_id, ordinal) > ($4::integer, $5::integer, $6::bigint) ORDER BY place ASC, dataset_id ASC, ordinal ASC LIMIT 25;

SELECT
dataset_id,
CASE grouping(host, size, score) WHEN 3 THEN 'host' WHEN 5 THEN 'size' WHEN 6 THEN 'aesthetic' ELSE 'all' END AS kind,
CASE grouping(host, size, score) WHEN 3 THEN host WHEN 5 THEN size WHEN 6 THEN score::text END AS value,
count(*)::integer AS count, max(block)::integer AS last_block
    FROM unnest($3::integer[]) AS asked (id),
         LATERAL (
           SELECT dataset_id, host, CASE WHEN greatest(width, height) >= 2048 THEN 'very-large' WHEN greatest(width, height) >= 1024 THEN 'large' WHEN greatest(width, height) >= 512 THEN 'medium' WHEN greatest(width, height) >= 0 THEN 'small' END AS size, CASE WHEN aesthetic IS NOT NULL THEN least(greatest(floor(aesthetic), 0), 9)::integer END AS score, (ctid::text::point)[0] AS block
             FROM entries WHERE dataset_id = asked.id AND words @@ $1::tsquery AND coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW' AND words @@ ($2::text[]::tsquery[])[stems]
            LIMIT 10001
         ) AS hits
   GROUP BY GROUPING SETS ((dataset_id), (dataset_id, host), (dataset_id, size), (dataset_id, score));

-- a word that no row holds: a part of a host, then its spelling

SELECT * FROM (
  SELECT left(reverse(host), 255) || '.' AS place, dataset_id, ordinal, url_key, row_id, url, canonical, host, caption, stems, author, width, height, similarity, aesthetic, punsafe, pwatermark, nsfw, language, licence, md5, sha256, extra
  FROM entries WHERE host LIKE $1 AND coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW'
) AS found
WHERE TRUE ORDER BY place ASC, dataset_id ASC, ordinal ASC LIMIT 25;

SELECT * FROM (
  SELECT left(reverse(host), 255) || '.' AS place, dataset_id, ordinal, url_key, row_id, url, canonical, host, caption, stems, author, width, height, similarity, aesthetic, punsafe, pwatermark, nsfw, language, licence, md5, sha256, extra
  FROM entries WHERE host LIKE $1 AND coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW'
) AS found
WHERE (place, dataset_id, ordinal) > ($2::text, $3::integer, $4::bigint) ORDER BY place ASC, dataset_id ASC, ordinal ASC LIMIT 25;

SELECT
dataset_id,
CASE grouping(host, size, score) WHEN 3 THEN 'host' WHEN 5 THEN 'size' WHEN 6 THEN 'aesthetic' ELSE 'all' END AS kind,
CASE grouping(host, size, score) WHEN 3 THEN host WHEN 5 THEN size WHEN 6 THEN score::text END AS value,
count(*)::integer AS count, max(block)::integer AS last_block
    FROM unnest($2::integer[]) AS asked (id),
         LATERAL (
           SELECT dataset_id, host, CASE WHEN greatest(width, height) >= 2048 THEN 'very-large' WHEN greatest(width, height) >= 1024 THEN 'large' WHEN greatest(width, height) >= 512 THEN 'medium' WHEN greatest(width, height) >= 0 THEN 'small' END AS size, CASE WHEN aesthetic IS NOT NULL THEN least(greatest(floor(aesthetic), 0), 9)::integer END AS score, (ctid::text::point)[0] AS block
             FROM entries WHERE dataset_id = asked.id AND host LIKE $1 AND coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW'
            LIMIT 10001
         ) AS hits
   GROUP BY GROUPING SETS ((dataset_id), (dataset_id, host), (dataset_id, size), (dataset_id, score));

-- a domain

SELECT * FROM (
  SELECT left(reverse(host), 255) || '.' AS place, dataset_id, ordinal, url_key, row_id, url, canonical, host, caption, stems, author, width, height, similarity, aesthetic, punsafe, pwatermark, nsfw, language, licence, md5, sha256, extra
  FROM entries WHERE (((left(reverse(host), 255) || '.') >= $1 AND (left(reverse(host), 255) || '.') < $2)) AND coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW'
) AS found
WHERE TRUE ORDER BY place ASC, dataset_id ASC, ordinal ASC LIMIT 25;

SELECT * FROM (
  SELECT left(reverse(host), 255) || '.' AS place, dataset_id, ordinal, url_key, row_id, url, canonical, host, caption, stems, author, width, height, similarity, aesthetic, punsafe, pwatermark, nsfw, language, licence, md5, sha256, extra
  FROM entries WHERE (((left(reverse(host), 255) || '.') >= $1 AND (left(reverse(host), 255) || '.') < $2)) AND coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW'
) AS found
WHERE (place, dataset_id, ordinal) > ($3::text, $4::integer, $5::bigint) ORDER BY place ASC, dataset_id ASC, ordinal ASC LIMIT 25;

SELECT
dataset_id,
CASE grouping(host, size, score) WHEN 3 THEN 'host' WHEN 5 THEN 'size' WHEN 6 THEN 'aesthetic' ELSE 'all' END AS kind,
CASE grouping(host, size, score) WHEN 3 THEN host WHEN 5 THEN size WHEN 6 THEN score::text END AS value,
count(*)::integer AS count, max(block)::integer AS last_block
    FROM unnest($3::integer[]) AS asked (id),
         LATERAL (
           SELECT dataset_id, host, CASE WHEN greatest(width, height) >= 2048 THEN 'very-large' WHEN greatest(width, height) >= 1024 THEN 'large' WHEN greatest(width, height) >= 512 THEN 'medium' WHEN greatest(width, height) >= 0 THEN 'small' END AS size, CASE WHEN aesthetic IS NOT NULL THEN least(greatest(floor(aesthetic), 0), 9)::integer END AS score, (ctid::text::point)[0] AS block
             FROM entries WHERE dataset_id = asked.id AND (((left(reverse(host), 255) || '.') >= $1 AND (left(reverse(host), 255) || '.') < $2)) AND coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW'
            LIMIT 10001
         ) AS hits
   GROUP BY GROUPING SETS ((dataset_id), (dataset_id, host), (dataset_id, size), (dataset_id, score));

-- the beginning of an address

SELECT * FROM (
  SELECT left(canonical, 512) AS place, dataset_id, ordinal, url_key, row_id, url, canonical, host, caption, stems, author, width, height, similarity, aesthetic, punsafe, pwatermark, nsfw, language, licence, md5, sha256, extra
  FROM entries WHERE ((left(canonical, 512) >= $1 AND left(canonical, 512) < $2 AND starts_with(canonical, $3))) AND coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW'
) AS found
WHERE TRUE ORDER BY place ASC, dataset_id ASC, ordinal ASC LIMIT 25;

SELECT * FROM (
  SELECT left(canonical, 512) AS place, dataset_id, ordinal, url_key, row_id, url, canonical, host, caption, stems, author, width, height, similarity, aesthetic, punsafe, pwatermark, nsfw, language, licence, md5, sha256, extra
  FROM entries WHERE ((left(canonical, 512) >= $1 AND left(canonical, 512) < $2 AND starts_with(canonical, $3))) AND coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW'
) AS found
WHERE (place, dataset_id, ordinal) > ($4::text, $5::integer, $6::bigint) ORDER BY place ASC, dataset_id ASC, ordinal ASC LIMIT 25;

SELECT
dataset_id,
CASE grouping(host, size, score) WHEN 3 THEN 'host' WHEN 5 THEN 'size' WHEN 6 THEN 'aesthetic' ELSE 'all' END AS kind,
CASE grouping(host, size, score) WHEN 3 THEN host WHEN 5 THEN size WHEN 6 THEN score::text END AS value,
count(*)::integer AS count, max(block)::integer AS last_block
    FROM unnest($4::integer[]) AS asked (id),
         LATERAL (
           SELECT dataset_id, host, CASE WHEN greatest(width, height) >= 2048 THEN 'very-large' WHEN greatest(width, height) >= 1024 THEN 'large' WHEN greatest(width, height) >= 512 THEN 'medium' WHEN greatest(width, height) >= 0 THEN 'small' END AS size, CASE WHEN aesthetic IS NOT NULL THEN least(greatest(floor(aesthetic), 0), 9)::integer END AS score, (ctid::text::point)[0] AS block
             FROM entries WHERE dataset_id = asked.id AND ((left(canonical, 512) >= $1 AND left(canonical, 512) < $2 AND starts_with(canonical, $3))) AND coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW'
            LIMIT 10001
         ) AS hits
   GROUP BY GROUPING SETS ((dataset_id), (dataset_id, host), (dataset_id, size), (dataset_id, score));

-- a part of an address

SELECT * FROM (
         SELECT 0 AS place, dataset_id, ordinal, url_key, row_id, url, canonical, host, caption, stems, author, width, height, similarity, aesthetic, punsafe, pwatermark, nsfw, language, licence, md5, sha256, extra
         FROM entries WHERE array_to_tsvector(array_remove(
string_to_array(translate(lower(left(canonical, 512)), '-_.?=&%+', '////////'), '/'), '')) @@ $1::tsquery AND coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW' AND lower(canonical) LIKE $2
       ) AS found
       WHERE TRUE ORDER BY place ASC, dataset_id ASC, ordinal ASC LIMIT 25;

SELECT * FROM (
         SELECT 0 AS place, dataset_id, ordinal, url_key, row_id, url, canonical, host, caption, stems, author, width, height, similarity, aesthetic, punsafe, pwatermark, nsfw, language, licence, md5, sha256, extra
         FROM entries WHERE array_to_tsvector(array_remove(
string_to_array(translate(lower(left(canonical, 512)), '-_.?=&%+', '////////'), '/'), '')) @@ $1::tsquery AND coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW' AND lower(canonical) LIKE $2
       ) AS found
       WHERE (place, dataset_id, ordinal) > ($3::integer, $4::integer, $5::bigint) ORDER BY place ASC, dataset_id ASC, ordinal ASC LIMIT 25;

SELECT
dataset_id,
CASE grouping(host, size, score) WHEN 3 THEN 'host' WHEN 5 THEN 'size' WHEN 6 THEN 'aesthetic' ELSE 'all' END AS kind,
CASE grouping(host, size, score) WHEN 3 THEN host WHEN 5 THEN size WHEN 6 THEN score::text END AS value,
count(*)::integer AS count, max(block)::integer AS last_block
    FROM unnest($3::integer[]) AS asked (id),
         LATERAL (
           SELECT dataset_id, host, CASE WHEN greatest(width, height) >= 2048 THEN 'very-large' WHEN greatest(width, height) >= 1024 THEN 'large' WHEN greatest(width, height) >= 512 THEN 'medium' WHEN greatest(width, height) >= 0 THEN 'small' END AS size, CASE WHEN aesthetic IS NOT NULL THEN least(greatest(floor(aesthetic), 0), 9)::integer END AS score, (ctid::text::point)[0] AS block
             FROM entries WHERE dataset_id = asked.id AND array_to_tsvector(array_remove(
string_to_array(translate(lower(left(canonical, 512)), '-_.?=&%+', '////////'), '/'), '')) @@ $1::tsquery AND coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW' AND lower(canonical) LIKE $2
            LIMIT 10001
         ) AS hits
   GROUP BY GROUPING SETS ((dataset_id), (dataset_id, host), (dataset_id, size), (dataset_id, score));

-- words and every filter, by score

SELECT * FROM (
  SELECT coalesce(-aesthetic, 'Infinity'::real) AS place, dataset_id, ordinal, url_key, row_id, url, canonical, host, caption, stems, author, width, height, similarity, aesthetic, punsafe, pwatermark, nsfw, language, licence, md5, sha256, extra
  FROM entries WHERE words @@ $1::tsquery AND coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW' AND dataset_id = $2::integer AND (((left(reverse(host), 255) || '.') >= $3 AND (left(reverse(host), 255) || '.') < $4)) AND ((greatest(width, height) >= 512 AND greatest(width, height) < 1024) OR (greatest(width, height) >= 2048)) AND width >= $5::real AND height <= $6::real AND aesthetic >= $7::real AND aesthetic <= $8::real AND similarity >= $9::real AND pwatermark <= $10::real AND punsafe <= $11::real AND lower(licence) = ANY ($12::text[]) AND (lower(language) = ANY ($13::text[]) OR split_part(lower(language), '-', 1) = ANY ($13::text[])) AND words @@ ($14::text[]::tsquery[])[stems]
) AS found
WHERE TRUE ORDER BY place ASC, dataset_id ASC, ordinal ASC LIMIT 25;

SELECT * FROM (
  SELECT coalesce(-aesthetic, 'Infinity'::real) AS place, dataset_id, ordinal, url_key, row_id, url, canonical, host, caption, stems, author, width, height, similarity, aesthetic, punsafe, pwatermark, nsfw, language, licence, md5, sha256, extra
  FROM entries WHERE host LIKE $1 AND coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW' AND dataset_id = $2::integer AND (((left(reverse(host), 255) || '.') >= $3 AND (left(reverse(host), 255) || '.') < $4)) AND ((greatest(width, height) >= 512 AND greatest(width, height) < 1024) OR (greatest(width, height) >= 2048)) AND width >= $5::real AND height <= $6::real AND aesthetic >= $7::real AND aesthetic <= $8::real AND similarity >= $9::real AND pwatermark <= $10::real AND punsafe <= $11::real AND lower(licence) = ANY ($12::text[]) AND (lower(language) = ANY ($13::text[]) OR split_part(lower(language), '-', 1) = ANY ($13::text[]))
) AS found
WHERE TRUE ORDER BY place ASC, dataset_id ASC, ordinal ASC LIMIT 25;

SELECT * FROM (
  SELECT coalesce(-aesthetic, 'Infinity'::real) AS place, dataset_id, ordinal, url_key, row_id, url, canonical, host, caption, stems, author, width, height, similarity, aesthetic, punsafe, pwatermark, nsfw, language, licence, md5, sha256, extra
  FROM entries WHERE ($1 <% caption OR $1 <% author OR $1 <% host) AND coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW' AND dataset_id = $2::integer AND (((left(reverse(host), 255) || '.') >= $3 AND (left(reverse(host), 255) || '.') < $4)) AND ((greatest(width, height) >= 512 AND greatest(width, height) < 1024) OR (greatest(width, height) >= 2048)) AND width >= $5::real AND height <= $6::real AND aesthetic >= $7::real AND aesthetic <= $8::real AND similarity >= $9::real AND pwatermark <= $10::real AND punsafe <= $11::real AND lower(licence) = ANY ($12::text[]) AND (lower(language) = ANY ($13::text[]) OR split_part(lower(language), '-', 1) = ANY ($13::text[]))
) AS found
WHERE TRUE ORDER BY place ASC, dataset_id ASC, ordinal ASC LIMIT 25;

SELECT
dataset_id,
CASE grouping(host, size, score) WHEN 3 THEN 'host' WHEN 5 THEN 'size' WHEN 6 THEN 'aesthetic' ELSE 'all' END AS kind,
CASE grouping(host, size, score) WHEN 3 THEN host WHEN 5 THEN size WHEN 6 THEN score::text END AS value,
count(*)::integer AS count, max(block)::integer AS last_block
    FROM unnest($15::integer[]) AS asked (id),
         LATERAL (
           SELECT dataset_id, host, CASE WHEN greatest(width, height) >= 2048 THEN 'very-large' WHEN greatest(width, height) >= 1024 THEN 'large' WHEN greatest(width, height) >= 512 THEN 'medium' WHEN greatest(width, height) >= 0 THEN 'small' END AS size, CASE WHEN aesthetic IS NOT NULL THEN least(greatest(floor(aesthetic), 0), 9)::integer END AS score, (ctid::text::point)[0] AS block
             FROM entries WHERE dataset_id = asked.id AND words @@ $1::tsquery AND coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW' AND dataset_id = $2::integer AND (((left(reverse(host), 255) || '.') >= $3 AND (left(reverse(host), 255) || '.') < $4)) AND ((greatest(width, height) >= 512 AND greatest(width, height) < 1024) OR (greatest(width, height) >= 2048)) AND width >= $5::real AND height <= $6::real AND aesthetic >= $7::real AND aesthetic <= $8::real AND similarity >= $9::real AND pwatermark <= $10::real AND punsafe <= $11::real AND lower(licence) = ANY ($12::text[]) AND (lower(language) = ANY ($13::text[]) OR split_part(lower(language), '-', 1) = ANY ($13::text[])) AND words @@ ($14::text[]::tsquery[])[stems]
            LIMIT 10001
         ) AS hits
   GROUP BY GROUPING SETS ((dataset_id), (dataset_id, host), (dataset_id, size), (dataset_id, score));

-- by size

SELECT * FROM (
  SELECT coalesce(-(width::bigint * height), 1) AS place, dataset_id, ordinal, url_key, row_id, url, canonical, host, caption, stems, author, width, height, similarity, aesthetic, punsafe, pwatermark, nsfw, language, licence, md5, sha256, extra
  FROM entries WHERE words @@ $1::tsquery AND coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW' AND words @@ ($2::text[]::tsquery[])[stems]
) AS found
WHERE TRUE ORDER BY place ASC, dataset_id ASC, ordinal ASC LIMIT 25;

SELECT * FROM (
  SELECT coalesce(-(width::bigint * height), 1) AS place, dataset_id, ordinal, url_key, row_id, url, canonical, host, caption, stems, author, width, height, similarity, aesthetic, punsafe, pwatermark, nsfw, language, licence, md5, sha256, extra
  FROM entries WHERE words @@ $1::tsquery AND coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW' AND words @@ ($2::text[]::tsquery[])[stems]
) AS found
WHERE (place, dataset_id, ordinal) > ($3::bigint, $4::integer, $5::bigint) ORDER BY place ASC, dataset_id ASC, ordinal ASC LIMIT 25;

-- by arrival

SELECT * FROM (
  SELECT -dataset_id AS place, dataset_id, ordinal, url_key, row_id, url, canonical, host, caption, stems, author, width, height, similarity, aesthetic, punsafe, pwatermark, nsfw, language, licence, md5, sha256, extra
  FROM entries WHERE words @@ $1::tsquery AND coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW' AND words @@ ($2::text[]::tsquery[])[stems]
) AS found
WHERE TRUE ORDER BY place ASC, (-ordinal) ASC LIMIT 25;

SELECT * FROM (
  SELECT -dataset_id AS place, dataset_id, ordinal, url_key, row_id, url, canonical, host, caption, stems, author, width, height, similarity, aesthetic, punsafe, pwatermark, nsfw, language, licence, md5, sha256, extra
  FROM entries WHERE words @@ $1::tsquery AND coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW' AND words @@ ($2::text[]::tsquery[])[stems]
) AS found
WHERE (place, (-ordinal)) > ($3::integer, $4::bigint) ORDER BY place ASC, (-ordinal) ASC LIMIT 25;

-- everything that a dataset holds

SELECT * FROM (
  SELECT 0 AS place, dataset_id, ordinal, url_key, row_id, url, canonical, host, caption, stems, author, width, height, similarity, aesthetic, punsafe, pwatermark, nsfw, language, licence, md5, sha256, extra
  FROM entries WHERE coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW' AND dataset_id = $1::integer
) AS found
WHERE TRUE ORDER BY ordinal ASC LIMIT 25;

SELECT * FROM (
  SELECT 0 AS place, dataset_id, ordinal, url_key, row_id, url, canonical, host, caption, stems, author, width, height, similarity, aesthetic, punsafe, pwatermark, nsfw, language, licence, md5, sha256, extra
  FROM entries WHERE coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW' AND dataset_id = $1::integer
) AS found
WHERE (ordinal) > ($2::bigint) ORDER BY ordinal ASC LIMIT 25;

SELECT
dataset_id,
CASE grouping(host, size, score) WHEN 3 THEN 'host' WHEN 5 THEN 'size' WHEN 6 THEN 'aesthetic' ELSE 'all' END AS kind,
CASE grouping(host, size, score) WHEN 3 THEN host WHEN 5 THEN size WHEN 6 THEN score::text END AS value,
count(*)::integer AS count, max(block)::integer AS last_block
    FROM unnest($2::integer[]) AS asked (id),
         LATERAL (
           SELECT dataset_id, host, CASE WHEN greatest(width, height) >= 2048 THEN 'very-large' WHEN greatest(width, height) >= 1024 THEN 'large' WHEN greatest(width, height) >= 512 THEN 'medium' WHEN greatest(width, height) >= 0 THEN 'small' END AS size, CASE WHEN aesthetic IS NOT NULL THEN least(greatest(floor(aesthetic), 0), 9)::integer END AS score, (ctid::text::point)[0] AS block
             FROM entries WHERE dataset_id = asked.id AND coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW' AND dataset_id = $1::integer
            LIMIT 10001
         ) AS hits
   GROUP BY GROUPING SETS ((dataset_id), (dataset_id, host), (dataset_id, size), (dataset_id, score));

-- everything that a dataset holds, by score

SELECT * FROM (
  SELECT -coalesce(aesthetic, '-Infinity'::real) AS place, dataset_id, ordinal, url_key, row_id, url, canonical, host, caption, stems, author, width, height, similarity, aesthetic, punsafe, pwatermark, nsfw, language, licence, md5, sha256, extra
  FROM entries WHERE coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW' AND dataset_id = $1::integer
) AS found
WHERE TRUE ORDER BY place ASC, ordinal ASC LIMIT 25;

SELECT * FROM (
  SELECT -coalesce(aesthetic, '-Infinity'::real) AS place, dataset_id, ordinal, url_key, row_id, url, canonical, host, caption, stems, author, width, height, similarity, aesthetic, punsafe, pwatermark, nsfw, language, licence, md5, sha256, extra
  FROM entries WHERE coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW' AND dataset_id = $1::integer
) AS found
WHERE (place, ordinal) > ($2::real, $3::bigint) ORDER BY place ASC, ordinal ASC LIMIT 25;

-- everything that a dataset holds, by size

SELECT * FROM (
  SELECT -coalesce(width::bigint * height, -1) AS place, dataset_id, ordinal, url_key, row_id, url, canonical, host, caption, stems, author, width, height, similarity, aesthetic, punsafe, pwatermark, nsfw, language, licence, md5, sha256, extra
  FROM entries WHERE coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW' AND dataset_id = $1::integer
) AS found
WHERE TRUE ORDER BY place ASC, ordinal ASC LIMIT 25;

SELECT * FROM (
  SELECT -coalesce(width::bigint * height, -1) AS place, dataset_id, ordinal, url_key, row_id, url, canonical, host, caption, stems, author, width, height, similarity, aesthetic, punsafe, pwatermark, nsfw, language, licence, md5, sha256, extra
  FROM entries WHERE coalesce(punsafe, 0) <= 0.5 AND upper(btrim(coalesce(nsfw, ''))) <> 'NSFW' AND dataset_id = $1::integer
) AS found
WHERE (place, ordinal) > ($2::bigint, $3::bigint) ORDER BY place ASC, ordinal ASC LIMIT 25;
