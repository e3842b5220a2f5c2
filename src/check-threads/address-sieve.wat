;; Finds the addresses that nobody has answered for, by the bytes of many at a time (docs/snapshot-format.md, "To answer", 1 to 3).
;; A 0 is final. A 1 says nothing but that the address has to be looked at by the rules. A 2 says that a filter may hold it, and that it
;; is its own canonical form without its scheme and carries no other address.
;;
;; Memory, written by address-sieve.ts before the first call and shared by all threads:
;;      0  256 bytes: what each byte may be in an address (the bits below)
;;    256  4 bytes each: where hosts.bin, strays.bin and filter.bin lie, whole with their headers
;;    268  4 bytes each: where the marks of all keys lie, and by how much a key is shifted to give its word of 32 marks
;;    288  16 bytes each: by the lower and the upper half of a byte, bits of which one is in both where the byte is inert: plain, and no slash
;;    512  65,536 bits: hashes of parameters and hosts on which a rule acts (see $isNamed)
;; Each thread has work: ends of folders (4 bytes each) at 0, starts of host names at 64, their keys (8 bytes each) at 136; then what
;; waits to be asked about, so that many answers are on their way from memory at a time: keys (8 bytes each, at most 2,048) at 320, where
;; the verdict of each lies (4 bytes) at 16704, the keys of which the bits say that they may be there at 24896, their verdicts at 41280.
;; From 49472 on it remembers hosts, 8,192 of 64 bytes each: the name as it stands in an address, its length at 60, and at 61 what is
;; known of it: 1 where nothing is said about the host or a name that it ends in, but perhaps about something under it, 2 where nothing is
;; said under it either, 0 where no host is remembered. A thread asks the same filters as long as it lives, so that this stays true.
;; Texts are read up to 32 bytes behind their ends, where there is memory too. From 573760 on lies what a text of at most 2,048 bytes is read
;; as where that is something else.
(module
  (import "sieve" "memory" (memory 1 65536 shared))

  ;; Bits of the table of bytes.
  (global $PLAIN i32 (i32.const 1))
  (global $IN_LABEL i32 (i32.const 2))
  (global $BEGINS_LAST_LABEL i32 (i32.const 4))
  (global $HEX_DIGIT i32 (i32.const 8))
  (global $UNRESERVED i32 (i32.const 16))

  (global $LONGEST_TEXT i32 (i32.const 2048))
  (global $LONGEST_NAME i32 (i32.const 253))
  (global $MOST_FOLDERS i32 (i32.const 16))
  (global $MOST_NAMES i32 (i32.const 16))
  ;; Keys that wait before they are asked about; a text adds at most 34 for itself, and as many for the address in it.
  (global $MOST_WAITING i32 (i32.const 1900))
  (global $waiting (mut i32) (i32.const 0))
  ;; Of this call: hosts that were asked about, and those under which something is said.
  (global $hostsAsked (mut i32) (i32.const 0))
  (global $hostsSaid (mut i32) (i32.const 0))

  (global $P1 i64 (i64.const 0x9e3779b185ebca87))
  (global $P2 i64 (i64.const 0xc2b2ae3d27d4eb4f))
  (global $P3 i64 (i64.const 0x165667b19e3779f9))
  (global $P4 i64 (i64.const 0x85ebca77c2b2ae63))
  (global $P5 i64 (i64.const 0x27d4eb2f165667c5))

  ;; XXH64, seed 0, of every beginning of a text: the stripes of a longer one go on from those of a shorter one.
  (global $from (mut i32) (i32.const 0))
  (global $striped (mut i32) (i32.const 0))
  (global $lane1 (mut i64) (i64.const 0))
  (global $lane2 (mut i64) (i64.const 0))
  (global $lane3 (mut i64) (i64.const 0))
  (global $lane4 (mut i64) (i64.const 0))

  (func $begin (param $at i32)
    (global.set $from (local.get $at))
    (global.set $striped (local.get $at))
    (global.set $lane1 (i64.add (global.get $P1) (global.get $P2)))
    (global.set $lane2 (global.get $P2))
    (global.set $lane3 (i64.const 0))
    (global.set $lane4 (i64.sub (i64.const 0) (global.get $P1))))

  ;; The hash up to $end, which is not before that of an earlier call since $begin. Engines put no function into another: what is
  ;; done for every byte or stripe is written where it is done.
  (func $upTo (param $end i32) (result i64)
    (local $hash i64)
    (if (i32.le_u (i32.add (global.get $striped) (i32.const 32)) (local.get $end))
      (then (call $overStripes (local.get $end))))
    (if (i32.eq (global.get $striped) (global.get $from))
      (then (local.set $hash (global.get $P5)))
      (else (local.set $hash (call $lanesTogether))))
    (call $overRest
      (i64.add (local.get $hash) (i64.extend_i32_u (i32.sub (local.get $end) (global.get $from))))
      (global.get $striped)
      (local.get $end)))

  (func $overStripes (param $end i32)
    (local $at i32) (local $lane1 i64) (local $lane2 i64) (local $lane3 i64) (local $lane4 i64)
    (local.set $at (global.get $striped))
    (local.set $lane1 (global.get $lane1))
    (local.set $lane2 (global.get $lane2))
    (local.set $lane3 (global.get $lane3))
    (local.set $lane4 (global.get $lane4))
    (block $enough
      (loop $stripes
        (br_if $enough (i32.gt_u (i32.add (local.get $at) (i32.const 32)) (local.get $end)))
        (local.set $lane1
          (i64.mul
            (i64.rotl
              (i64.add (local.get $lane1) (i64.mul (i64.load (local.get $at)) (global.get $P2)))
              (i64.const 31))
            (global.get $P1)))
        (local.set $lane2
          (i64.mul
            (i64.rotl
              (i64.add (local.get $lane2) (i64.mul (i64.load offset=8 (local.get $at)) (global.get $P2)))
              (i64.const 31))
            (global.get $P1)))
        (local.set $lane3
          (i64.mul
            (i64.rotl
              (i64.add (local.get $lane3) (i64.mul (i64.load offset=16 (local.get $at)) (global.get $P2)))
              (i64.const 31))
            (global.get $P1)))
        (local.set $lane4
          (i64.mul
            (i64.rotl
              (i64.add (local.get $lane4) (i64.mul (i64.load offset=24 (local.get $at)) (global.get $P2)))
              (i64.const 31))
            (global.get $P1)))
        (local.set $at (i32.add (local.get $at) (i32.const 32)))
        (br $stripes)))
    (global.set $striped (local.get $at))
    (global.set $lane1 (local.get $lane1))
    (global.set $lane2 (local.get $lane2))
    (global.set $lane3 (local.get $lane3))
    (global.set $lane4 (local.get $lane4)))

  (func $lanesTogether (result i64)
    (local $hash i64)
    (local.set $hash
      (i64.add
        (i64.add
          (i64.rotl (global.get $lane1) (i64.const 1))
          (i64.rotl (global.get $lane2) (i64.const 7)))
        (i64.add
          (i64.rotl (global.get $lane3) (i64.const 12))
          (i64.rotl (global.get $lane4) (i64.const 18)))))
    (local.set $hash
      (i64.add
        (i64.mul
          (i64.xor
            (local.get $hash)
            (i64.mul
              (i64.rotl (i64.mul (global.get $lane1) (global.get $P2)) (i64.const 31))
              (global.get $P1)))
          (global.get $P1))
        (global.get $P4)))
    (local.set $hash
      (i64.add
        (i64.mul
          (i64.xor
            (local.get $hash)
            (i64.mul
              (i64.rotl (i64.mul (global.get $lane2) (global.get $P2)) (i64.const 31))
              (global.get $P1)))
          (global.get $P1))
        (global.get $P4)))
    (local.set $hash
      (i64.add
        (i64.mul
          (i64.xor
            (local.get $hash)
            (i64.mul
              (i64.rotl (i64.mul (global.get $lane3) (global.get $P2)) (i64.const 31))
              (global.get $P1)))
          (global.get $P1))
        (global.get $P4)))
    (local.set $hash
      (i64.add
        (i64.mul
          (i64.xor
            (local.get $hash)
            (i64.mul
              (i64.rotl (i64.mul (global.get $lane4) (global.get $P2)) (i64.const 31))
              (global.get $P1)))
          (global.get $P1))
        (global.get $P4)))
    (local.get $hash))

  (func $overRest (param $hash i64) (param $at i32) (param $end i32) (result i64)
    (block $fewer
      (loop $eights
        (br_if $fewer (i32.gt_u (i32.add (local.get $at) (i32.const 8)) (local.get $end)))
        (local.set $hash
          (i64.add
            (i64.mul
              (i64.rotl
                (i64.xor
                  (local.get $hash)
                  (i64.mul
                    (i64.rotl (i64.mul (i64.load (local.get $at)) (global.get $P2)) (i64.const 31))
                    (global.get $P1)))
                (i64.const 27))
              (global.get $P1))
            (global.get $P4)))
        (local.set $at (i32.add (local.get $at) (i32.const 8)))
        (br $eights)))
    (if (i32.le_u (i32.add (local.get $at) (i32.const 4)) (local.get $end))
      (then
        (local.set $hash
          (i64.add
            (i64.mul
              (i64.rotl
                (i64.xor (local.get $hash) (i64.mul (i64.load32_u (local.get $at)) (global.get $P1)))
                (i64.const 23))
              (global.get $P2))
            (global.get $P3)))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))))
    (block $none
      (loop $bytes
        (br_if $none (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $hash
          (i64.mul
            (i64.rotl
              (i64.xor (local.get $hash) (i64.mul (i64.load8_u (local.get $at)) (global.get $P5)))
              (i64.const 11))
            (global.get $P1)))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $bytes)))
    (local.set $hash (i64.xor (local.get $hash) (i64.shr_u (local.get $hash) (i64.const 33))))
    (local.set $hash (i64.mul (local.get $hash) (global.get $P2)))
    (local.set $hash (i64.xor (local.get $hash) (i64.shr_u (local.get $hash) (i64.const 29))))
    (local.set $hash (i64.mul (local.get $hash) (global.get $P3)))
    (i64.xor (local.get $hash) (i64.shr_u (local.get $hash) (i64.const 32))))

  ;; The finalizer of MurmurHash3 for 32 bits.
  (func $mix (param $word i32) (result i32)
    (local.set $word
      (i32.mul (i32.xor (local.get $word) (i32.shr_u (local.get $word) (i32.const 16))) (i32.const 0x85ebca6b)))
    (local.set $word
      (i32.mul (i32.xor (local.get $word) (i32.shr_u (local.get $word) (i32.const 13))) (i32.const 0xc2b2ae35)))
    (i32.xor (local.get $word) (i32.shr_u (local.get $word) (i32.const 16))))

  ;; Whether a key may be in the filter whose file begins at $file; its length was compared with its header when it was put there.
  (func $isIn (param $file i32) (param $key i64) (result i32)
    (local $two i32) (local $three i32) (local $four i32) (local $length i32) (local $first i32)
    (if (i32.eqz (i32.load offset=20 (local.get $file))) (then (return (i32.const 0))))
    ;; Cells of 8 bits may be in a file, but nobody writes them: the rules are asked.
    (if (i32.ne (i32.load8_u offset=8 (local.get $file)) (i32.const 16)) (then (return (i32.const 1))))
    (local.set $length (i32.shl (i32.const 1) (i32.load8_u offset=9 (local.get $file))))
    ;; The word that is called one in the format, until three takes its place.
    (local.set $three
      (i32.xor
        (i32.xor
          (i32.wrap_i64 (i64.shr_u (local.get $key) (i64.const 32)))
          (i32.load offset=28 (local.get $file)))
        (call $mix (i32.xor (i32.wrap_i64 (local.get $key)) (i32.load offset=24 (local.get $file))))))
    (local.set $two
      (i32.xor
        (i32.xor (i32.wrap_i64 (local.get $key)) (i32.load offset=24 (local.get $file)))
        (call $mix (local.get $three))))
    (local.set $three (i32.xor (local.get $three) (call $mix (local.get $two))))
    (local.set $four (call $mix (i32.xor (local.get $two) (local.get $three))))
    (local.set $first
      (i32.wrap_i64
        (i64.shr_u
          (i64.mul
            (i64.extend_i32_u (local.get $two))
            (i64.mul
              (i64.extend_i32_u (i32.load offset=16 (local.get $file)))
              (i64.extend_i32_u (local.get $length))))
          (i64.const 32))))
    (i32.eq
      (i32.xor
        (i32.xor
          (i32.load16_u offset=32
            (i32.add
              (local.get $file)
              (i32.shl
                (local.get $first)
                (i32.const 1))))
          (i32.load16_u offset=32
            (i32.add
              (local.get $file)
              (i32.shl
                (i32.xor
                  (i32.add (local.get $first) (local.get $length))
                  (i32.and (local.get $three) (i32.sub (local.get $length) (i32.const 1))))
                (i32.const 1)))))
        (i32.load16_u offset=32
            (i32.add
              (local.get $file)
              (i32.shl
                (i32.xor
                  (i32.add (local.get $first) (i32.shl (local.get $length) (i32.const 1)))
                  (i32.and (local.get $four) (i32.sub (local.get $length) (i32.const 1))))
                (i32.const 1)))))
      (i32.shr_u (local.get $four) (i32.const 16))))

  (func $byteIs (param $byte i32) (param $bit i32) (result i32)
    (i32.and (i32.load8_u (local.get $byte)) (local.get $bit)))

  (func $inName (param $hash i32) (param $byte i32) (result i32)
    (i32.mul
      (i32.xor (local.get $hash) (i32.or (local.get $byte) (i32.const 0x20)))
      (i32.const 0x01000193)))

  ;; Whether a name with this hash may be one on which a rule acts.
  (func $isNamed (param $hash i32) (result i32)
    (local.set $hash
      (i32.and (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 16))) (i32.const 65535)))
    (i32.and
      (i32.shr_u
        (i32.load8_u offset=512 (i32.shr_u (local.get $hash) (i32.const 3)))
        (i32.and (local.get $hash) (i32.const 7)))
      (i32.const 1)))

  ;; Whether what begins here in a query may be an address: written out, or escaped. An address begins with http or a slash.
  (func $mayCarry (param $at i32) (param $end i32) (result i32)
    (local $byte i32)
    (if (i32.ge_u (local.get $at) (local.get $end)) (then (return (i32.const 0))))
    (local.set $byte (i32.load8_u (local.get $at)))
    (if (i32.or
          (i32.eq (local.get $byte) (i32.const 0x2f))
          (i32.eq (local.get $byte) (i32.const 0x25)))
      (then (return (i32.const 1))))
    (i32.and
      (i32.eq (i32.or (local.get $byte) (i32.const 0x20)) (i32.const 0x68))
      (i32.eq (i32.or (i32.load8_u offset=1 (local.get $at)) (i32.const 0x20)) (i32.const 0x74))))

  ;; Where the next slash stands, or the end.
  (func $nextSlash (param $at i32) (param $end i32) (result i32)
    (local $slashes i32)
    (loop $sixteen
      (if (i32.ge_u (local.get $at) (local.get $end)) (then (return (local.get $end))))
      (local.set $slashes
        (i8x16.bitmask (i8x16.eq (v128.load (local.get $at)) (v128.const i8x16 47 47 47 47 47 47 47 47 47 47 47 47 47 47 47 47))))
      (if (local.get $slashes)
        (then
          (local.set $at (i32.add (local.get $at) (i32.ctz (local.get $slashes))))
          (return (select (local.get $at) (local.get $end) (i32.lt_u (local.get $at) (local.get $end))))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br $sixteen))
    (unreachable))

  ;; Where the host between $start and $end is remembered, if it is; 0 where it is too short or too long for that.
  (func $placeOf (param $start i32) (param $end i32) (param $work i32) (result i32)
    (if (i32.gt_u
          (i32.sub (i32.sub (local.get $end) (local.get $start)) (i32.const 8))
          (i32.const 52))
      (then (return (i32.const 0))))
    (i32.add
      (i32.add (local.get $work) (i32.const 49472))
      (i32.shl
        (i32.wrap_i64
          (i64.shr_u
            (i64.mul
              (i64.xor
                (i64.mul (i64.load (local.get $start)) (global.get $P1))
                (i64.load (i32.sub (local.get $end) (i32.const 8))))
              (global.get $P2))
            (i64.const 51)))
        (i32.const 6))))

  ;; What is known of the host, by all of its bytes: hashes of names can be made alike on purpose.
  (func $known (param $place i32) (param $start i32) (param $end i32) (result i32)
    (local $length i32) (local $at i32)
    (if (i32.eqz (local.get $place)) (then (return (i32.const 0))))
    (local.set $length (i32.sub (local.get $end) (local.get $start)))
    (if (i32.ne (i32.load8_u offset=60 (local.get $place)) (local.get $length)) (then (return (i32.const 0))))
    (local.set $length (i32.sub (local.get $length) (i32.const 8)))
    (loop $eights
      (if (i64.ne
            (i64.load (i32.add (local.get $place) (local.get $at)))
            (i64.load (i32.add (local.get $start) (local.get $at))))
        (then (return (i32.const 0))))
      (local.set $at (i32.add (local.get $at) (i32.const 8)))
      (br_if $eights (i32.lt_u (local.get $at) (local.get $length))))
    (if (i64.ne
          (i64.load (i32.add (local.get $place) (local.get $length)))
          (i64.load (i32.add (local.get $start) (local.get $length))))
      (then (return (i32.const 0))))
    (i32.load8_u offset=61 (local.get $place)))

  (func $remember (param $place i32) (param $start i32) (param $end i32) (param $known i32)
    (local $at i32)
    (if (i32.eqz (local.get $place)) (then (return)))
    (loop $eights
      (i64.store
        (i32.add (local.get $place) (local.get $at))
        (i64.load (i32.add (local.get $start) (local.get $at))))
      (local.set $at (i32.add (local.get $at) (i32.const 8)))
      (br_if $eights (i32.lt_u (i32.add (local.get $start) (local.get $at)) (local.get $end))))
    (i32.store8 offset=60 (local.get $place) (i32.sub (local.get $end) (local.get $start)))
    (i32.store8 offset=61 (local.get $place) (local.get $known)))

  ;; Where the host begins: behind http:// or https://; 0 for every other text.
  (func $hostStart (param $at i32) (param $end i32) (result i32)
    (if (i32.lt_u (i32.sub (local.get $end) (local.get $at)) (i32.const 12)) (then (return (i32.const 0))))
    (if (i32.ne (i32.load (local.get $at)) (i32.const 0x70747468)) (then (return (i32.const 0))))
    (local.set $at (i32.add (local.get $at) (i32.const 4)))
    (if (i32.eq (i32.load8_u (local.get $at)) (i32.const 0x73))
      (then (local.set $at (i32.add (local.get $at) (i32.const 1)))))
    (if (i32.or
          (i32.ne (i32.load16_u (local.get $at)) (i32.const 0x2f3a))
          (i32.ne (i32.load8_u offset=2 (local.get $at)) (i32.const 0x2f)))
      (then (return (i32.const 0))))
    (i32.add (local.get $at) (i32.const 3)))

  ;; Where the slash stands behind a plain dotted name, whose names are then in $work; 0 where the host is anything else.
  ;; Two labels at least, none empty, no Punycode, the last begins with a letter, and no rule acts on the name.
  (func $hostEnd (param $start i32) (param $end i32) (param $work i32) (result i32)
    (local $at i32) (local $byte i32) (local $label i32) (local $names i32) (local $hash i32)
    (local.set $at (local.get $start))
    (local.set $label (local.get $start))
    (local.set $hash (i32.const 0x811c9dc5))
    (block $done
      (loop $bytes
        (if (i32.ge_u (local.get $at) (local.get $end)) (then (return (i32.const 0))))
        (local.set $byte (i32.load8_u (local.get $at)))
        (if (i32.eqz (i32.and (i32.load8_u (local.get $byte)) (global.get $IN_LABEL)))
          (then
            (br_if $done (i32.ne (local.get $byte) (i32.const 0x2e)))
            (if (call $isNoPlainLabel (local.get $label) (local.get $at)) (then (return (i32.const 0))))
            (if (i32.ge_u (local.get $names) (global.get $MOST_NAMES)) (then (return (i32.const 0))))
            (i32.store offset=64
              (i32.add (local.get $work) (i32.shl (local.get $names) (i32.const 2)))
              (local.get $label))
            (local.set $names (i32.add (local.get $names) (i32.const 1)))
            (local.set $label (i32.add (local.get $at) (i32.const 1)))))
        (local.set $hash
          (i32.mul
            (i32.xor (local.get $hash) (i32.or (local.get $byte) (i32.const 0x20)))
            (i32.const 0x01000193)))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $bytes)))
    (if (i32.or
          (i32.ne (local.get $byte) (i32.const 0x2f))
          (i32.or
            (i32.eqz (local.get $names))
            (i32.gt_u (i32.sub (local.get $at) (local.get $start)) (global.get $LONGEST_NAME))))
      (then (return (i32.const 0))))
    (if (call $isNoPlainLabel (local.get $label) (local.get $at)) (then (return (i32.const 0))))
    (if (i32.eqz (call $byteIs (i32.load8_u (local.get $label)) (global.get $BEGINS_LAST_LABEL)))
      (then (return (i32.const 0))))
    (if (call $isNamed (local.get $hash))
      (then (if (i32.eqz (call $isPhoton (local.get $start) (local.get $at))) (then (return (i32.const 0))))))
    ;; A last one of 0 ends the list: a name has two labels, so that the last label begins none.
    (i32.store offset=64 (i32.add (local.get $work) (i32.shl (local.get $names) (i32.const 2))) (i32.const 0))
    (local.get $at))

  ;; A proxy in whose path an address stands without its scheme: i0.wp.com and its kin. A host that only looks like one costs a look
  ;; at what may be an address, and nothing else.
  (func $isPhoton (param $start i32) (param $end i32) (result i32)
    (if (i32.ne (i32.sub (local.get $end) (local.get $start)) (i32.const 9)) (then (return (i32.const 0))))
    (i32.and
      (i32.eq (i32.load8_u (local.get $start)) (i32.const 0x69))
      ;; .wp.com, of which the last byte of the first four and the first of the last four are the same
      (i32.and
        (i32.eq (i32.load offset=2 (local.get $start)) (i32.const 0x2e70772e))
        (i32.eq (i32.load offset=5 (local.get $start)) (i32.const 0x6d6f632e)))))

  (func $isNoPlainLabel (param $label i32) (param $end i32) (result i32)
    (i32.or
      (i32.eq (local.get $label) (local.get $end))
      ;; xn--
      (i32.eq (i32.load (local.get $label)) (i32.const 0x2d2d6e78))))

  ;; Looks at path and query from the first slash on. The ends of folders are then in $work, the last one followed by 0.
  ;; Where the path ends: at the question mark, or at the end; 0 where a rule has anything to do or the address may carry another.
  (func $pathEnd (param $slash i32) (param $end i32) (param $work i32) (result i32)
    (local $from i32) (local $at i32) (local $byte i32) (local $special i32) (local $folders i32) (local $query i32)
    (local $lower v128) (local $upper v128) (local $bytes v128)
    (local.set $lower (v128.load (i32.const 288)))
    (local.set $upper (v128.load (i32.const 304)))
    (local.set $from (local.get $slash))
    (block $done
      (loop $sixteen
        (br_if $done (i32.ge_u (local.get $from) (local.get $end)))
        (local.set $bytes (v128.load (local.get $from)))
        ;; Bytes that are not inert, and each h before a t, in any case.
        (local.set $special
          (i32.or
            (i8x16.bitmask
              (i8x16.eq
                (v128.and
                  (i8x16.swizzle (local.get $lower) (v128.and (local.get $bytes) (i8x16.splat (i32.const 0x0f))))
                  (i8x16.swizzle (local.get $upper) (i8x16.shr_u (local.get $bytes) (i32.const 4))))
                (i8x16.splat (i32.const 0))))
            (i8x16.bitmask
              (v128.and
                (i8x16.eq
                  (v128.or (local.get $bytes) (i8x16.splat (i32.const 0x20)))
                  (i8x16.splat (i32.const 0x68)))
                (i8x16.eq
                  (v128.or (v128.load offset=1 (local.get $from)) (i8x16.splat (i32.const 0x20)))
                  (i8x16.splat (i32.const 0x74)))))))
        (if (i32.lt_u (i32.sub (local.get $end) (local.get $from)) (i32.const 16))
          (then
            (local.set $special
              (i32.and
                (local.get $special)
                (i32.sub
                  (i32.shl (i32.const 1) (i32.sub (local.get $end) (local.get $from)))
                  (i32.const 1))))))
        (block $none
          (loop $next
            (br_if $none (i32.eqz (local.get $special)))
            (local.set $at (i32.add (local.get $from) (i32.ctz (local.get $special))))
            (local.set $special
              (i32.and (local.get $special) (i32.sub (local.get $special) (i32.const 1))))
            (local.set $byte (i32.load8_u (local.get $at)))
            (if (i32.and (i32.load8_u (local.get $byte)) (global.get $PLAIN))
              (then
                (br_if $next (local.get $query))
                (if (i32.eq (local.get $byte) (i32.const 0x2f))
                  (then
                    (br_if $next (i32.ge_u (local.get $folders) (global.get $MOST_FOLDERS)))
                    (i32.store
                      (i32.add (local.get $work) (i32.shl (local.get $folders) (i32.const 2)))
                      (i32.add (local.get $at) (i32.const 1)))
                    (local.set $folders (i32.add (local.get $folders) (i32.const 1)))
                    (br $next)))
                ;; http, in any case
                (br_if $next (i32.gt_u (i32.add (local.get $at) (i32.const 4)) (local.get $end)))
                (br_if $next
                  (i32.ne (i32.or (i32.load (local.get $at)) (i32.const 0x20202020)) (i32.const 0x70747468)))
                (return (i32.const 0))))
            ;; A dot, that ends no segment.
            (if (i32.eq (local.get $byte) (i32.const 0x2e))
              (then
                (br_if $next (call $goesOn (i32.add (local.get $at) (i32.const 1)) (local.get $end)))
                (return (i32.const 0))))
            ;; A question mark, the first of which begins a query that is not empty.
            (if (i32.eq (local.get $byte) (i32.const 0x3f))
              (then
                (br_if $next (local.get $query))
                (local.set $query (local.get $at))
                (if (i32.eq (i32.add (local.get $at) (i32.const 1)) (local.get $end))
                  (then (return (i32.const 0))))
                (br $next)))
            ;; An escape in upper case of a byte that is not unreserved.
            (if (i32.eq (local.get $byte) (i32.const 0x25))
              (then
                (if (i32.eqz (call $isKeptEscape (local.get $at) (local.get $end))) (then (return (i32.const 0))))
                (br $next)))
            (return (i32.const 0))))
        (local.set $from (i32.add (local.get $from) (i32.const 16)))
        (br $sixteen)))
    (if (i32.lt_u (local.get $folders) (global.get $MOST_FOLDERS))
      (then (i32.store (i32.add (local.get $work) (i32.shl (local.get $folders) (i32.const 2))) (i32.const 0))))
    (if (i32.eqz (local.get $query)) (then (return (local.get $end))))
    (if (call $hasMore (i32.add (local.get $query) (i32.const 1)) (local.get $end)) (then (return (i32.const 0))))
    (local.get $query))

  (func $goesOn (param $at i32) (param $end i32) (result i32)
    (local $byte i32)
    (if (i32.ge_u (local.get $at) (local.get $end)) (then (return (i32.const 0))))
    (local.set $byte (i32.load8_u (local.get $at)))
    (i32.and
      (i32.ne (local.get $byte) (i32.const 0x2f))
      (i32.ne (local.get $byte) (i32.const 0x3f))))

  ;; Its digits are plain themselves, so that they need not be passed over.
  (func $isKeptEscape (param $at i32) (param $end i32) (result i32)
    (local $high i32) (local $low i32)
    (if (i32.gt_u (i32.add (local.get $at) (i32.const 3)) (local.get $end)) (then (return (i32.const 0))))
    (local.set $high (i32.load8_u offset=1 (local.get $at)))
    (local.set $low (i32.load8_u offset=2 (local.get $at)))
    (if (i32.eqz
          (i32.and
            (call $byteIs (local.get $high) (global.get $HEX_DIGIT))
            (call $byteIs (local.get $low) (global.get $HEX_DIGIT))))
      (then (return (i32.const 0))))
    (i32.eqz
      (call $byteIs
        (i32.or
          (i32.shl (call $digit (local.get $high)) (i32.const 4))
          (call $digit (local.get $low)))
        (global.get $UNRESERVED))))

  (func $digit (param $byte i32) (result i32)
    (if (result i32) (i32.le_u (local.get $byte) (i32.const 0x39))
      (then (i32.sub (local.get $byte) (i32.const 0x30)))
      (else (i32.sub (local.get $byte) (i32.const 0x37)))))

  ;; Whether a parameter may be one on which a rule acts, or carry an address.
  (func $hasMore (param $at i32) (param $end i32) (result i32)
    (local $byte i32) (local $isName i32) (local $hash i32)
    (local.set $isName (i32.const 1))
    (local.set $hash (i32.const 0x811c9dc5))
    (if (call $mayCarry (local.get $at) (local.get $end)) (then (return (i32.const 1))))
    (block $done
      (loop $bytes
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $byte (i32.load8_u (local.get $at)))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (if (i32.eq (local.get $byte) (i32.const 0x26))
          (then
            (if (i32.and (local.get $isName) (call $isNamed (local.get $hash))) (then (return (i32.const 1))))
            (if (call $mayCarry (local.get $at) (local.get $end)) (then (return (i32.const 1))))
            (local.set $isName (i32.const 1))
            (local.set $hash (i32.const 0x811c9dc5))
            (br $bytes)))
        (br_if $bytes (i32.eqz (local.get $isName)))
        (if (i32.eq (local.get $byte) (i32.const 0x3d))
          (then
            (if (call $isNamed (local.get $hash)) (then (return (i32.const 1))))
            (if (call $mayCarry (local.get $at) (local.get $end)) (then (return (i32.const 1))))
            (local.set $isName (i32.const 0))
            (br $bytes)))
        (local.set $hash (call $inName (local.get $hash) (local.get $byte)))
        (br $bytes)))
    (i32.and (local.get $isName) (call $isNamed (local.get $hash))))

  ;; Copies a text to $to, with an ampersand for each `&amp;` of its query, in any case and repeated (canonical URL v1, rule 6). Where the copy
  ;; ends.
  (func $copyWithoutEntities (param $at i32) (param $end i32) (param $to i32) (result i32)
    (local $byte i32)
    (loop $beforeQuery
      (if (i32.ge_u (local.get $at) (local.get $end)) (then (return (local.get $to))))
      (local.set $byte (i32.load8_u (local.get $at)))
      (i32.store8 (local.get $to) (local.get $byte))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (local.set $to (i32.add (local.get $to) (i32.const 1)))
      (br_if $beforeQuery (i32.ne (local.get $byte) (i32.const 0x3f))))
    (loop $bytes
      (if (i32.ge_u (local.get $at) (local.get $end)) (then (return (local.get $to))))
      (local.set $byte (i32.load8_u (local.get $at)))
      (i32.store8 (local.get $to) (local.get $byte))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (local.set $to (i32.add (local.get $to) (i32.const 1)))
      (br_if $bytes (i32.ne (local.get $byte) (i32.const 0x26)))
      (loop $entities
        (br_if $bytes (i32.gt_u (i32.add (local.get $at) (i32.const 4)) (local.get $end)))
        ;; amp;
        (br_if $bytes
          (i32.ne (i32.or (i32.load (local.get $at)) (i32.const 0x00202020)) (i32.const 0x3b706d61)))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $entities)))
    (unreachable))

  ;; 1 for the text between $at and $end if it is left to the rules, 4 if it is read as something else than it is, otherwise 0. At $to, 2
  ;; is added where a filter may hold one of its keys.
  (func $verdict (param $at i32) (param $end i32) (param $work i32) (param $to i32) (result i32)
    (local $start i32) (local $slash i32) (local $pathEnd i32) (local $shorter i32) (local $place i32) (local $known i32)
    (local $read i32) (local $copy i32)
    (local.set $start (call $hostStart (local.get $at) (local.get $end)))
    (if (i32.eqz (local.get $start)) (then (return (i32.const 1))))
    (local.set $slash (call $nextSlash (local.get $start) (local.get $end)))
    ;; A slash is missing there.
    (if (i32.eq (local.get $slash) (local.get $end)) (then (return (i32.const 1))))
    (local.set $place (call $placeOf (local.get $start) (local.get $slash) (local.get $work)))
    (local.set $known (call $known (local.get $place) (local.get $start) (local.get $slash)))
    (if (i32.eqz (local.get $known))
      (then
        (local.set $slash (call $hostEnd (local.get $start) (local.get $end) (local.get $work)))
        (if (i32.eqz (local.get $slash)) (then (return (i32.const 1))))))
    (local.set $pathEnd (call $pathEnd (local.get $slash) (local.get $end) (local.get $work)))
    (if (i32.eqz (local.get $pathEnd))
      (then
        (local.set $copy (i32.add (local.get $work) (i32.const 573760)))
        (local.set $shorter (call $copyWithoutEntities (local.get $start) (local.get $end) (local.get $copy)))
        (if (i32.eq
              (i32.sub (local.get $shorter) (local.get $copy))
              (i32.sub (local.get $end) (local.get $start)))
          (then (return (i32.const 1))))
        (local.set $start (local.get $copy))
        (local.set $end (local.get $shorter))
        (local.set $slash
          (if (result i32) (local.get $known)
            (then (call $nextSlash (local.get $start) (local.get $end)))
            ;; Where its names begin has changed too.
            (else (call $hostEnd (local.get $start) (local.get $end) (local.get $work)))))
        (local.set $read (i32.const 4))
        (local.set $pathEnd (call $pathEnd (local.get $slash) (local.get $end) (local.get $work)))
        (if (i32.eqz (local.get $pathEnd)) (then (return (i32.const 1))))))
    (if (local.get $known)
      (then
        (if (i32.eq (local.get $known) (i32.const 1))
          (then
            (call $begin (local.get $start))
            (call $awaitPrefixes
              (i32.const 1) (local.get $pathEnd) (local.get $end) (local.get $work) (local.get $to))))
        (return (local.get $read))))
    (if (i32.eqz (call $isPhoton (local.get $start) (local.get $slash)))
      (then
        (call $await
          (local.get $start)
          (local.get $slash)
          (local.get $pathEnd)
          (local.get $end)
          (local.get $work)
          (local.get $to)
          (local.get $place))
        (return (local.get $read))))
    (call $await
      (local.get $start)
      (local.get $slash)
      (local.get $pathEnd)
      (local.get $end)
      (local.get $work)
      (local.get $to)
      (i32.const 0))
    (call $innerVerdict
      (i32.add (local.get $slash) (i32.const 1)) (local.get $pathEnd) (local.get $work) (local.get $to)))

  ;; The same for the address that is the path of a proxy, which carries it.
  (func $innerVerdict (param $start i32) (param $end i32) (param $work i32) (param $to i32) (result i32)
    (local $slash i32)
    (local.set $slash (call $hostEnd (local.get $start) (local.get $end) (local.get $work)))
    (if (i32.eqz (local.get $slash)) (then (return (i32.const 1))))
    (if (call $isPhoton (local.get $start) (local.get $slash)) (then (return (i32.const 1))))
    (if (i32.eqz (call $pathEnd (local.get $slash) (local.get $end) (local.get $work)))
      (then (return (i32.const 1))))
    (call $await
      (local.get $start)
      (local.get $slash)
      (local.get $end)
      (local.get $end)
      (local.get $work)
      (local.get $to)
      (i32.const 0))
    (i32.const 4))

  ;; The same for an address in canonical form, whatever it carries.
  (func $canonicalVerdict (param $at i32) (param $end i32) (param $work i32) (param $to i32) (result i32)
    (local $slash i32)
    (local.set $slash (call $canonicalHostEnd (local.get $at) (local.get $end) (local.get $work)))
    (if (i32.eqz (local.get $slash)) (then (return (i32.const 1))))
    (call $await
      (local.get $at)
      (local.get $slash)
      (call $canonicalPathEnd (local.get $slash) (local.get $end) (local.get $work))
      (local.get $end)
      (local.get $work)
      (local.get $to)
      (i32.const 0))
    (i32.const 0))

  ;; As $hostEnd. Of a number every end is asked about too, which no filter minds. Ports and brackets are left to the rules.
  (func $canonicalHostEnd (param $start i32) (param $end i32) (param $work i32) (result i32)
    (local $at i32) (local $byte i32) (local $label i32) (local $names i32)
    (local.set $at (local.get $start))
    (local.set $label (local.get $start))
    (block $done
      (loop $bytes
        (if (i32.ge_u (local.get $at) (local.get $end)) (then (return (i32.const 0))))
        (local.set $byte (i32.load8_u (local.get $at)))
        (if (i32.or
              (i32.eq (local.get $byte) (i32.const 0x3a))
              (i32.eq (local.get $byte) (i32.const 0x5b)))
          (then (return (i32.const 0))))
        (br_if $done (i32.eq (local.get $byte) (i32.const 0x2f)))
        (if (i32.eq (local.get $byte) (i32.const 0x2e))
          (then
            (if (i32.eq (local.get $label) (local.get $at)) (then (return (i32.const 0))))
            (if (i32.ge_u (local.get $names) (global.get $MOST_NAMES)) (then (return (i32.const 0))))
            (i32.store offset=64
              (i32.add (local.get $work) (i32.shl (local.get $names) (i32.const 2)))
              (local.get $label))
            (local.set $names (i32.add (local.get $names) (i32.const 1)))
            (local.set $label (i32.add (local.get $at) (i32.const 1)))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $bytes)))
    (if (i32.or
          (i32.or (i32.eqz (local.get $names)) (i32.eq (local.get $label) (local.get $at)))
          (i32.gt_u (i32.sub (local.get $at) (local.get $start)) (global.get $LONGEST_NAME)))
      (then (return (i32.const 0))))
    (i32.store offset=64 (i32.add (local.get $work) (i32.shl (local.get $names) (i32.const 2))) (i32.const 0))
    (local.get $at))

  ;; As $pathEnd.
  (func $canonicalPathEnd (param $at i32) (param $end i32) (param $work i32) (result i32)
    (local $byte i32) (local $folders i32)
    (block $done
      (loop $bytes
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $byte (i32.load8_u (local.get $at)))
        (br_if $done (i32.eq (local.get $byte) (i32.const 0x3f)))
        (if (i32.and
              (i32.eq (local.get $byte) (i32.const 0x2f))
              (i32.lt_u (local.get $folders) (global.get $MOST_FOLDERS)))
          (then
            (i32.store
              (i32.add (local.get $work) (i32.shl (local.get $folders) (i32.const 2)))
              (i32.add (local.get $at) (i32.const 1)))
            (local.set $folders (i32.add (local.get $folders) (i32.const 1)))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $bytes)))
    (if (i32.lt_u (local.get $folders) (global.get $MOST_FOLDERS))
      (then (i32.store (i32.add (local.get $work) (i32.shl (local.get $folders) (i32.const 2))) (i32.const 0))))
    (local.get $at))

  ;; Whether anything may be said about an address whose host begins at $start and ends at $slash: 0 where it is not; otherwise its keys
  ;; wait, and what is found of them is written to $verdict. What is found out about the host is remembered at $place, unless that is 0.
  (func $await
    (param $start i32) (param $slash i32) (param $pathEnd i32) (param $end i32) (param $work i32) (param $verdict i32)
    (param $place i32)
    (local $root i64)
    (call $keyNames (local.get $slash) (local.get $work))
    (call $begin (local.get $start))
    (local.set $root (call $upTo (i32.add (local.get $slash) (i32.const 1))))
    (if (call $asksHosts)
      (then
        (global.set $hostsAsked (i32.add (global.get $hostsAsked) (i32.const 1)))
        (if (call $isIn (i32.load (i32.const 256)) (local.get $root))
          (then (global.set $hostsSaid (i32.add (global.get $hostsSaid) (i32.const 1))))
          (else
            (if (i32.eqz (call $isNameIn (i32.load (i32.const 256)) (local.get $work)))
              ;; Nothing is said under the host. Strays are among all keys, which are asked below.
              (then
                (if (i32.eqz (i32.load offset=20 (i32.load (i32.const 260))))
                  (then
                    (call $remember (local.get $place) (local.get $start) (local.get $slash) (i32.const 2))
                    (return)))))))))
    (if (i32.or
          (call $isHeld (local.get $root))
          (call $isAnyNameHeld (local.get $work)))
      (then
        (call $awaitNames (local.get $work) (local.get $verdict))
        (call $awaitPrefixes
          (i32.const 0) (local.get $pathEnd) (local.get $end) (local.get $work) (local.get $verdict)))
      (else
        (call $remember (local.get $place) (local.get $start) (local.get $slash) (i32.const 1))
        (call $awaitPrefixes
          (i32.const 1) (local.get $pathEnd) (local.get $end) (local.get $work) (local.get $verdict)))))

  ;; Whether it is worth asking about hosts: not where something was said under fifteen in sixteen of those that were asked about.
  (func $asksHosts (result i32)
    (i32.or
      (i32.lt_u (global.get $hostsAsked) (i32.const 256))
      (i32.lt_u
        (i32.shl (global.get $hostsSaid) (i32.const 4))
        (i32.mul (global.get $hostsAsked) (i32.const 15)))))

  ;; Puts the key of every name of the host into $work: from each of its labels but the last on.
  (func $keyNames (param $end i32) (param $work i32)
    (local $name i32) (local $start i32)
    (block $done
      (loop $names
        (local.set $start
          (i32.load offset=64 (i32.add (local.get $work) (i32.shl (local.get $name) (i32.const 2)))))
        (br_if $done (i32.eqz (local.get $start)))
        (call $begin (local.get $start))
        (i64.store offset=136
          (i32.add (local.get $work) (i32.shl (local.get $name) (i32.const 3)))
          (call $upTo (local.get $end)))
        (local.set $name (i32.add (local.get $name) (i32.const 1)))
        (br $names))))

  (func $isNameIn (param $file i32) (param $work i32) (result i32)
    (local $name i32)
    (loop $names
      (if (i32.eqz (i32.load offset=64 (i32.add (local.get $work) (i32.shl (local.get $name) (i32.const 2)))))
        (then (return (i32.const 0))))
      (if (call $isIn
            (local.get $file)
            (i64.load offset=136 (i32.add (local.get $work) (i32.shl (local.get $name) (i32.const 3)))))
        (then (return (i32.const 1))))
      (local.set $name (i32.add (local.get $name) (i32.const 1)))
      (br $names))
    (unreachable))

  (func $isAnyNameHeld (param $work i32) (result i32)
    (local $name i32)
    (loop $names
      (if (i32.eqz (i32.load offset=64 (i32.add (local.get $work) (i32.shl (local.get $name) (i32.const 2)))))
        (then (return (i32.const 0))))
      (if (call $isHeld
            (i64.load offset=136 (i32.add (local.get $work) (i32.shl (local.get $name) (i32.const 3)))))
        (then (return (i32.const 1))))
      (local.set $name (i32.add (local.get $name) (i32.const 1)))
      (br $names))
    (unreachable))

  (func $awaitKey (param $key i64) (param $work i32) (param $verdict i32)
    (i64.store offset=320
      (i32.add (local.get $work) (i32.shl (global.get $waiting) (i32.const 3)))
      (local.get $key))
    (i32.store offset=16704
      (i32.add (local.get $work) (i32.shl (global.get $waiting) (i32.const 2)))
      (local.get $verdict))
    (global.set $waiting (i32.add (global.get $waiting) (i32.const 1))))

  (func $awaitNames (param $work i32) (param $verdict i32)
    (local $name i32)
    (loop $names
      (if (i32.eqz (i32.load offset=64 (i32.add (local.get $work) (i32.shl (local.get $name) (i32.const 2)))))
        (then (return)))
      (call $awaitKey
        (i64.load offset=136 (i32.add (local.get $work) (i32.shl (local.get $name) (i32.const 3))))
        (local.get $work)
        (local.get $verdict))
      (local.set $name (i32.add (local.get $name) (i32.const 1)))
      (br $names)))

  ;; Every folder from the $folder-th on, the address without its query, and the address. Their beginning was told to $begin.
  (func $awaitPrefixes (param $folder i32) (param $pathEnd i32) (param $end i32) (param $work i32) (param $verdict i32)
    (local $at i32)
    (block $done
      (loop $folders
        (br_if $done (i32.ge_u (local.get $folder) (global.get $MOST_FOLDERS)))
        (local.set $at (i32.load (i32.add (local.get $work) (i32.shl (local.get $folder) (i32.const 2)))))
        (br_if $done (i32.eqz (local.get $at)))
        (call $awaitKey (call $upTo (local.get $at)) (local.get $work) (local.get $verdict))
        (local.set $folder (i32.add (local.get $folder) (i32.const 1)))
        (br $folders)))
    (call $awaitKey (call $upTo (local.get $pathEnd)) (local.get $work) (local.get $verdict))
    (if (i32.eq (local.get $pathEnd) (local.get $end)) (then (return)))
    (call $awaitKey (call $upTo (local.get $end)) (local.get $work) (local.get $verdict)))

  ;; Asks about all keys that wait: the marks first, which are one look each, then the filter about those that are left.
  (func $answer (param $work i32)
    (local $at i32) (local $maybe i32) (local $key i64) (local $verdict i32)
    (block $asked
      (loop $keys
        (br_if $asked (i32.ge_u (local.get $at) (global.get $waiting)))
        (local.set $key
          (i64.load offset=320 (i32.add (local.get $work) (i32.shl (local.get $at) (i32.const 3)))))
        ;; Written in any case, and passed over where it counts: whether it does cannot be foretold.
        (i64.store offset=24896
          (i32.add (local.get $work) (i32.shl (local.get $maybe) (i32.const 3)))
          (local.get $key))
        (i32.store offset=41280
          (i32.add (local.get $work) (i32.shl (local.get $maybe) (i32.const 2)))
          (i32.load offset=16704 (i32.add (local.get $work) (i32.shl (local.get $at) (i32.const 2)))))
        (local.set $maybe (i32.add (local.get $maybe) (call $isMarked (local.get $key))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $keys)))
    (global.set $waiting (i32.const 0))
    (local.set $at (i32.const 0))
    (block $done
      (loop $left
        (br_if $done (i32.ge_u (local.get $at) (local.get $maybe)))
        (if (call $isIn
              (i32.load (i32.const 264))
              (i64.load offset=24896 (i32.add (local.get $work) (i32.shl (local.get $at) (i32.const 3)))))
          (then
            (local.set $verdict
              (i32.load offset=41280 (i32.add (local.get $work) (i32.shl (local.get $at) (i32.const 2)))))
            (i32.store8
              (local.get $verdict)
              (i32.or (i32.load8_u (local.get $verdict)) (i32.const 2)))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $left))))

  ;; Writes a verdict of one byte for each of $count texts, which begin and end where $starts and $ends say, counted from $texts.
  (func (export "sift")
    (param $texts i32) (param $starts i32) (param $ends i32) (param $count i32) (param $verdicts i32) (param $work i32)
    (param $areCanonical i32)
    (local $text i32) (local $start i32) (local $end i32) (local $verdict i32)
    (global.set $waiting (i32.const 0))
    (global.set $hostsAsked (i32.const 0))
    (global.set $hostsSaid (i32.const 0))
    (block $done
      (loop $all
        (br_if $done (i32.ge_u (local.get $text) (local.get $count)))
        (local.set $start
          (i32.add (local.get $texts) (i32.load (i32.add (local.get $starts) (i32.shl (local.get $text) (i32.const 2))))))
        (local.set $end
          (i32.add (local.get $texts) (i32.load (i32.add (local.get $ends) (i32.shl (local.get $text) (i32.const 2))))))
        (local.set $verdict (i32.add (local.get $verdicts) (local.get $text)))
        (i32.store8
          (local.get $verdict)
          (if (result i32)
            (i32.gt_u (i32.sub (local.get $end) (local.get $start)) (global.get $LONGEST_TEXT))
            (then (i32.const 1))
            (else
              (if (result i32) (local.get $areCanonical)
                (then
                  (call $canonicalVerdict
                    (local.get $start) (local.get $end) (local.get $work) (local.get $verdict)))
                (else
                  (call $verdict (local.get $start) (local.get $end) (local.get $work) (local.get $verdict)))))))
        (if (i32.gt_u (global.get $waiting) (global.get $MOST_WAITING)) (then (call $answer (local.get $work))))
        (local.set $text (i32.add (local.get $text) (i32.const 1)))
        (br $all)))
    (call $answer (local.get $work))
    ;; What is read as something else than it is, is left to the rules where a filter may hold it, and otherwise passed over. Sixteen at a
    ;; time, which is room that verdicts have.
    (local.set $text (i32.const 0))
    (block $written
      (loop $sixteen
        (br_if $written (i32.ge_u (local.get $text) (local.get $count)))
        (local.set $verdict (i32.add (local.get $verdicts) (local.get $text)))
        (v128.store
          (local.get $verdict)
          (i8x16.swizzle
            (v128.const i8x16 0 1 2 1 0 1 1 1 1 1 1 1 1 1 1 1)
            (v128.load (local.get $verdict))))
        (local.set $text (i32.add (local.get $text) (i32.const 16)))
        (br $sixteen))))

  ;; Whether the expression between $start and $end may be among all keys.
  (func (export "mayHold") (param $start i32) (param $end i32) (result i32)
    (call $begin (local.get $start))
    (call $isHeld (call $upTo (local.get $end))))

  ;; Whether a key may be among all keys.
  (func $isHeld (param $key i64) (result i32)
    (if (i32.eqz (call $isMarked (local.get $key))) (then (return (i32.const 0))))
    (call $isIn (i32.load (i32.const 264)) (local.get $key)))

  ;; Whether both marks of a key are there: two of the word in which it falls.
  (func $isMarked (param $key i64) (result i32)
    (local $marks i32)
    (local.set $marks
      (i32.or
        (i32.shl (i32.const 1) (i32.wrap_i64 (local.get $key)))
        (i32.shl (i32.const 1) (i32.wrap_i64 (i64.shr_u (local.get $key) (i64.const 5))))))
    (i32.eq
      (i32.and
        (local.get $marks)
        (i32.load
          (i32.add
            (i32.load (i32.const 268))
            (i32.shl
              (i32.wrap_i64 (i64.shr_u (local.get $key) (i64.load32_u (i32.const 272))))
              (i32.const 2)))))
      (local.get $marks))))
