/**
 * Hosts where many people have works of theirs without a name of their own. The public suffix list knows names below which
 * people register names; this list knows the rest. It is kept by hand: whoever adds to it says why.
 */
export interface SharedHost {
  /** Registered name; it stands for every host below it too. */
  readonly domain: string;
  /** What people have there: pages, files that a site delivers for others, or names below it. */
  readonly holds: 'profiles' | 'files' | 'names';
  /** It is known to turn programs away, so that a page there cannot be looked at. */
  readonly refusesPrograms?: true;
  readonly why: string;
}

const profiles = (domain: string, why: string): SharedHost => ({ domain, holds: 'profiles', why });
const closed = (domain: string, why: string): SharedHost => ({
  domain,
  holds: 'profiles',
  refusesPrograms: true,
  why,
});
const files = (domain: string, why: string): SharedHost => ({ domain, holds: 'files', why });
const names = (domain: string, why: string): SharedHost => ({ domain, holds: 'names', why });

const LIST: readonly SharedHost[] = [
  closed('deviantart.com', 'a folder for each artist'),
  files('deviantart.net', 'pictures of DeviantArt'),
  files('wixmp.com', 'pictures of DeviantArt and of Wix'),
  closed('artstation.com', 'a folder, or a name, for each artist'),
  profiles('behance.net', 'a folder for each artist'),
  profiles('dribbble.com', 'a folder for each artist'),
  profiles('cara.app', 'a folder for each artist'),
  closed('pixiv.net', 'a number for each artist'),
  files('pximg.net', 'pictures of pixiv'),
  profiles('furaffinity.net', 'a folder for each artist'),
  names('newgrounds.com', 'a name for each artist'),
  profiles('500px.com', 'a folder for each photographer'),
  profiles('flickr.com', 'a folder for each photographer'),
  files('staticflickr.com', 'pictures of Flickr'),
  names('smugmug.com', 'a name for each photographer'),
  profiles('unsplash.com', 'a folder for each photographer'),
  profiles('pexels.com', 'a folder for each photographer'),
  profiles('pixabay.com', 'a folder for each photographer'),
  profiles('imgur.com', 'pictures of anybody'),
  profiles('photobucket.com', 'pictures of anybody'),
  profiles('redbubble.com', 'a shop for each artist'),
  files('redbubble.net', 'pictures of Redbubble'),
  profiles('society6.com', 'a shop for each artist'),
  profiles('saatchiart.com', 'a page for each artist'),
  profiles('fineartamerica.com', 'a page for each artist'),
  profiles('zazzle.com', 'a shop for each artist'),
  closed('etsy.com', 'a shop for each maker'),
  files('etsystatic.com', 'pictures of Etsy'),
  files('ebayimg.com', 'pictures of whoever sells'),
  files('media-amazon.com', 'pictures of whoever sells'),
  files('ssl-images-amazon.com', 'pictures of whoever sells'),
  profiles('alamy.com', 'pictures of many photographers'),
  profiles('shutterstock.com', 'pictures of many photographers'),
  profiles('gettyimages.com', 'pictures of many photographers'),
  profiles('istockphoto.com', 'pictures of many photographers'),
  profiles('dreamstime.com', 'pictures of many photographers'),
  profiles('depositphotos.com', 'pictures of many photographers'),
  profiles('123rf.com', 'pictures of many photographers'),
  files('ftcdn.net', 'pictures of Adobe Stock'),
  closed('instagram.com', 'a folder for each person'),
  files('cdninstagram.com', 'pictures of Instagram'),
  closed('facebook.com', 'a folder for each person'),
  files('fbcdn.net', 'pictures of Facebook'),
  closed('x.com', 'a folder for each person'),
  closed('twitter.com', 'a folder for each person'),
  files('twimg.com', 'pictures of X'),
  closed('tiktok.com', 'a folder for each person'),
  closed('linkedin.com', 'a page for each person'),
  closed('reddit.com', 'a page for each person'),
  files('redd.it', 'pictures of Reddit'),
  profiles('vk.com', 'a folder for each person'),
  profiles('weibo.com', 'a folder for each person'),
  profiles(
    'bsky.app',
    'a page for each person; names below bsky.social are on the public suffix list or their own',
  ),
  profiles('mastodon.social', 'a folder for each person'),
  profiles('pinterest.com', 'boards with pictures of others'),
  files('pinimg.com', 'pictures of Pinterest, mostly of others'),
  names('tumblr.com', 'a name for each person'),
  profiles('medium.com', 'a folder for each writer'),
  names('substack.com', 'a name for each writer'),
  names('livejournal.com', 'a name for each writer'),
  profiles('wattpad.com', 'a folder for each writer'),
  profiles('archiveofourown.org', 'a folder for each writer'),
  profiles('goodreads.com', 'a page for each writer'),
  profiles('soundcloud.com', 'a folder for each musician'),
  names('bandcamp.com', 'a name for each musician'),
  profiles('spotify.com', 'a page for each musician'),
  profiles('youtube.com', 'a channel for each person'),
  files('ytimg.com', 'pictures of YouTube'),
  profiles('vimeo.com', 'a folder for each person'),
  profiles('patreon.com', 'a folder for each person'),
  profiles('ko-fi.com', 'a folder for each person'),
  profiles('github.com', 'a folder for each person'),
  profiles('gitlab.com', 'a folder for each person'),
  profiles('wikimedia.org', 'files of everybody who shares them'),
  profiles('wikipedia.org', 'pages that everybody writes'),
  profiles('archive.org', 'copies of other sites, and files of anybody'),
  profiles('google.com', 'files and sites of anybody'),
  files('ggpht.com', 'pictures of anybody'),
  files('wp.com', 'copies of pictures of other sites'),
  files('squarespace-cdn.com', 'pictures of every site made there'),
  files('squarespace.com', 'pictures of every site made there'),
  files('wixstatic.com', 'pictures of every site made there'),
  files('cloudinary.com', 'pictures of every customer'),
  names('imgix.net', 'a name for each customer'),
  files('shopify.com', 'pictures of every shop'),
  files('bigcommerce.com', 'pictures of every shop'),
  files('discordapp.com', 'files of anybody'),
  files('dropboxusercontent.com', 'files of anybody'),
  files('akamaihd.net', 'delivers for many sites'),
  files('weserv.nl', 'copies of pictures of other sites'),
  files('images-amazon.com', 'pictures of whoever sells'),
  files('ebaystatic.com', 'pictures of whoever sells'),
  files('picclickimg.com', 'pictures of whoever sells'),
  files('aliimg.com', 'pictures of whoever sells'),
  files('alicdn.com', 'pictures of whoever sells'),
  files('made-in-china.com', 'pictures of whoever sells'),
  files('dhresource.com', 'pictures of whoever sells'),
  files('ecrater.com', 'pictures of whoever sells'),
  files('cpcache.com', 'pictures of CafePress, a shop for each artist'),
  files('s6img.com', 'pictures of Society6'),
  files('keepcalms.com', 'pictures that anybody makes there'),
  files('photoshelter.com', 'pictures of many photographers'),
  files('photos.smugmug.com', 'pictures of SmugMug'),
  files('media.tumblr.com', 'pictures of Tumblr'),
  files('bp.blogspot.com', 'pictures of every blog there'),
  files('googleusercontent.com', 'pictures of anybody'),
  files('gstatic.com', 'small copies of pictures of other sites'),
  files('bing.net', 'small copies of pictures of other sites'),
  files('yimg.com', 'copies of pictures of other sites'),
  files('storage.googleapis.com', 'a folder for each customer'),
  files('scene7.com', 'pictures of every customer'),
  files('adis.ws', 'pictures of every customer'),
  files('volusion.com', 'pictures of every shop'),
  files('shoplightspeed.com', 'pictures of every shop'),
  files('canstockphoto.com', 'pictures of many photographers'),
  files('bigstockphoto.com', 'pictures of many photographers'),
  files('crestock.com', 'pictures of many photographers'),
  files('vectorstock.com', 'pictures of many artists'),
  files('pond5.com', 'works of many artists'),
  files('turbosquid.com', 'works of many artists'),
  files('envato.com', 'works of many artists'),
  files('slideplayer.com', 'slides of anybody'),
  files('slideserve.com', 'slides of anybody'),
  files('teacherspayteachers.com', 'works of many teachers'),
  files('houzz.com', 'pictures of many firms'),
  files('wanelo.com', 'pictures of other shops'),
  files('gr-assets.com', 'pictures of Goodreads'),
  files('tripadvisor.com', 'pictures of whoever travels'),
];

const BY_DOMAIN: ReadonlyMap<string, SharedHost> = new Map(LIST.map((entry) => [entry.domain, entry]));

/** What is known of a host that many share; undefined of any other. A name below one that gives out names is its holder's. */
export function sharedHost(host: string): SharedHost | undefined {
  const labels = host.split('.');
  const entry = labels.map((_, index) => BY_DOMAIN.get(labels.slice(index).join('.'))).find(Boolean);
  if (entry?.holds !== 'names') return entry;
  return host === entry.domain || host === `www.${entry.domain}` ? entry : undefined;
}
