"""Known keys in other languages, which are reported as information."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from mkdocs_journal.front_matter.keys import KEYS

WORDS: Final[Mapping[str, str]] = {
    "title": "titel titre titulo titolo tytul titulek nazev naslov overskrift otsikko cim baslik titlu "
    "заголовок название назва タイトル 标题 標題 제목 τιτλος",
    "date": "datum fecha dato paivamaara tarih дата 日付 日期 날짜",
    "last_updated": "aktualisiert aktualisierung geandert geaendert zuletzt_aktualisiert mis_a_jour mise_a_jour "
    "modifie actualizado actualizacion modificado ultima_actualizacion aggiornato aggiornamento "
    "modificato atualizado atualizacao bijgewerkt gewijzigd laatst_bijgewerkt aktualizacja "
    "zaktualizowano aktualizovano uppdaterad opdateret oppdatert paivitetty guncelleme guncellendi "
    "обновлено 更新日 更新 更新日期",
    "tags": "schlagworte schlagwort schlagworter schlagwoerter stichworte stichworter stichwoerter "
    "etiquettes etiquetas etiqueta etichette etichetta mots_cles mot_cle palabras_clave "
    "palavras_chave parole_chiave trefwoorden tagi tagy znaczniki etykiety stitky etiketter "
    "etiketten etiketler taggar emneord stikord avainsanat cimkek теги метки タグ 标签 標籤 태그",
    "categories": "kategorie kategorien kategori kategorier kategoria kategoriat kategoriak kategorije kategoriler "
    "categorie categorieen categoria categorias rubrique rubriques rubryka категория категории "
    "рубрика カテゴリ カテゴリー 分类 分類 카테고리",
    "series": "serie serien seria serier reihe reeks серия シリーズ 系列 시리즈",
    "author": "autor autoren autorin autorinnen verfasser verfasserin auteur auteurs autrice autora autores "
    "autore autori autorzy schrijver forfattare forfatter forfattere kirjoittaja szerzo yazar "
    "yazarlar автор авторы 作者 著者 저자",
    "description": "beschreibung kurzbeschreibung zusammenfassung descripcion descrizione descricao omschrijving "
    "beschrijving samenvatting opis popis beskrivning beskrivelse kuvaus leiras aciklama resumen "
    "resumo riassunto sommario streszczenie описание 説明 描述 摘要 설명",
    "image": "bild titelbild beitragsbild imagen imagem immagine afbeelding obraz obrazek bilde billede kuva "
    "kep resim gorsel изображение картинка 画像 图片 圖片 이미지",
    "permalink": "permalien lien_permanent enlace_permanente link_permanente dauerlink",
    "time": "uhrzeit heure hora ora tijd tijdstip godzina cas klokkeslett tid saat время 時間 时间 시간",
    "excerpt": "auszug extrait extracto estratto excerto uittreksel wyciag utdrag uddrag выдержка 抜粋 摘录",
    "lang": "sprache langue idioma lingua taal jezyk sprak sprog kieli язык 言語 语言 언어",
    "draft": "entwurf brouillon borrador bozza rascunho klad kladde szkic koncept utkast udkast luonnos "
    "vazlat taslak черновик 下書き 草稿 초안",
    "published": "veroffentlicht veroeffentlicht publie publicado pubblicato gepubliceerd opublikowano "
    "publikovano publicerad publiceret publisert julkaistu yayinlandi опубликовано 公開 发布",
    "hidden": "versteckt verborgen oculto nascosto skjult ukryty dold piilotettu gizli скрыто",
    "pin": "angeheftet epingle fijado fixado vastgezet przypiety",
}
"""Words of German, French, Spanish, Italian, Portuguese, Dutch, Polish, Czech, Turkish, Russian, the languages of the North
and of East Asia and others by the journal's key, without accents. Words that are English as well are not here."""

YES: Final = frozenset(
    ["ja", "oui", "si", "sí", "sim", "tak", "da", "да", "evet", "ano", "kyllä", "igen", "是", "はい", "예"]
)
NO: Final = frozenset(
    ["nein", "non", "nee", "nei", "nej", "não", "nie", "ne", "нет", "hayır", "ei", "nem", "否", "いいえ", "아니요"]
)
"""Words for yes and no in these languages."""
STATES: Final = frozenset({"draft", "published", "hidden"})
"""Keys that decide who sees a post; in another language they are read like keys of other programs."""
_MEANT: Final = {word: name for name, words in WORDS.items() for word in words.split()}
_KNOWN_KEYS: Final = {name: key.name for key in KEYS for name in (key.name, *key.aliases) if "." not in name}


@lru_cache(maxsize=1_024)
def meant_in_english(name: str) -> str:
    """Return the known key that an unknown one names in another language, or empty; `catégories` is `categories`.

    Args:
        name: The key, normalised.
    """
    if name in _KNOWN_KEYS:
        return ""
    plain = _without_accents(name)
    return _MEANT.get(plain, "") or _KNOWN_KEYS.get(plain, "")


def _without_accents(name: str) -> str:
    """Return a key without accents, its blanks and apostrophes as `_`; signs of other scripts stay as they are."""
    letters = []
    for letter in name.replace(" ", "_").replace("'", "_").replace("ł", "l").replace("ø", "o").replace("ı", "i"):
        base = unicodedata.normalize("NFD", letter)[0]
        letters.append(base if base.isascii() or "GREEK" in unicodedata.name(letter, "") else letter)
    return "".join(letters)
