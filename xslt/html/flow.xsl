<?xml version="1.0" encoding="UTF-8"?>
<!--
  The text of a normalized document → HTML.

      <p xml:id="p-1">said <said v:key="falk" v:label="new" …>no.<note v:n="1" xml:id="fn1"/></said></p>
          →  <p id="p-1" class="speech d1">said <span class="said d1">no.<a class="noteref" href="#fn1">1</a></span></p>

  It needs dates.xsl. What a reading view leaves out (furniture, printed marks) carries the class "dipl": the style sheet
  shows it when the reader switches to the diplomatic view. What the reading view alone shows carries "read".
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:v="urn:verbale:xslt"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- HTML for blocks and inline elements alike; an element that is not named here is shown as its text, because an
       edition that loses words is worse than one that loses a style. -->
  <xsl:mode name="v:flow" on-no-match="text-only-copy"/>

  <!-- The documents of the collection, by id, for references among them. -->
  <xsl:variable name="v:documents" as="xs:string*" select="()"/>

  <!-- The colours of the persons, by key: map{'falk': 1, 'orsini': 2}. -->
  <xsl:variable name="v:hues" as="map(xs:string, xs:integer)" select="map {}"/>

  <!-- Structure. -->

  <!-- <div type="section"> → <section> -->
  <xsl:template match="div" mode="v:flow" as="element()">
    <section>
      <xsl:sequence select="v:id(.)"/>
      <xsl:apply-templates mode="v:flow"/>
    </section>
  </xsl:template>

  <!-- The document itself is the article that holds it: <div type="document"><p>…</p></div> → <p>…</p> -->
  <xsl:template match="div[@type = 'document']" mode="v:flow" as="node()*">
    <xsl:apply-templates mode="v:flow"/>
  </xsl:template>

  <!-- <floatingText type="attachment"> → <section class="attachment"> -->
  <xsl:template match="floatingText" mode="v:flow" as="element()">
    <section class="attachment">
      <xsl:sequence select="v:id(.)"/>
      <xsl:apply-templates mode="v:flow"/>
    </section>
  </xsl:template>

  <!-- A head of a division → h2 and deeper. -->
  <xsl:template match="head" mode="v:flow" as="element()">
    <xsl:variable name="depth" as="xs:integer" select="
        count(ancestor::div[not(@type = ('document', 'collection'))] | ancestor::floatingText)"/>
    <xsl:element name="h{min((6, max((2, $depth + 1))))}">
      <xsl:sequence select="v:id(.)"/>
      <xsl:apply-templates mode="v:flow"/>
    </xsl:element>
  </xsl:template>

  <!-- The heads that are the title of the page are not repeated: <head>12. Memorandum</head> → nothing -->
  <xsl:template match="head[v:is-title(.)]" mode="v:flow" as="node()*" priority="1"/>

  <!-- Whether a head belongs to the title of the page: the only division of the text begins with it, furniture apart, or with
       its number, file number or occasion before it. <head type="fileNumber">Lot 62</head> <head>Note</head> <head>Copy</head>
       → yes, yes, no -->
  <xsl:function name="v:is-title" as="xs:boolean">
    <xsl:param name="head" as="element(head)"/>
    <xsl:variable name="document" as="element(div)?" select="$head/parent::div[@type = 'document']"/>
    <xsl:sequence select="
        exists($document)
        and empty($head/preceding-sibling::*[not(self::fw | self::pb | self::stamp | self::head[@type])])
        and empty($document/(preceding-sibling::div, following-sibling::div))"/>
  </xsl:function>

  <!-- A paragraph; with blocks inside it is a div, because HTML knows no such paragraphs. Its speaker colours it: <p
       xml:id="p-1"><said …>no</said></p> → <p id="p-1" class="speech d1">…</p> -->
  <xsl:template match="p | ab | l | trailer | byline" mode="v:flow" as="element()">
    <xsl:variable name="piece" as="element(said)?" select="(descendant::said[@v:turn])[1]"/>
    <xsl:element name="{if (list | table | floatingText | p) then 'div' else 'p'}">
      <xsl:sequence select="v:id(.)"/>
      <xsl:sequence select="v:class((
          if (list | table | floatingText) then 'p' else (),
          if (@rend = 'heading') then 'heading' else (),
          local-name()[. = ('trailer', 'byline', 'l')],
          if ($piece) then ('speech', 'd' || v:colour($piece)) else ()))"/>
      <xsl:apply-templates mode="v:flow"/>
      <xsl:if test="@xml:id and not(ancestor::floatingText or ancestor::note)">
        <xsl:sequence select="v:permalink(@xml:id, 'paragraph')"/>
      </xsl:if>
    </xsl:element>
  </xsl:template>

  <!-- opener, closer and their parts → div class="dateline" … -->
  <xsl:template match="opener | closer | dateline | salute | signed | postscript" mode="v:flow" as="element(h:div)">
    <div>
      <xsl:sequence select="v:class(local-name())"/>
      <xsl:apply-templates mode="v:flow"/>
    </div>
  </xsl:template>

  <!-- Lists: each item with the label before it and whatever stands behind it (page breaks, furniture) is one li:
       <list><label>1.</label> <item>A</item></list> → <div class="list"><ul><li class="labelled">… -->
  <xsl:template match="list" mode="v:flow" as="element(h:div)">
    <div>
      <xsl:variable name="heading" as="node()*" select="parent::item/node()[. &lt;&lt; current()][normalize-space()]"/>
      <xsl:sequence select="v:class(('list', @type, if (exists($heading)) then 'under' else ()))"/>
      <xsl:for-each select="head">
        <p class="list-head"><xsl:apply-templates mode="v:flow"/></p>
      </xsl:for-each>
      <xsl:variable name="first" as="element()?" select="(label | item)[1]"/>
      <xsl:apply-templates select="node()[. &lt;&lt; $first] except head" mode="v:flow"/>
      <xsl:if test="exists($first)">
        <ul>
          <xsl:for-each-group select="node()[not(. &lt;&lt; $first)] except head" group-starting-with="*[v:starts-item(.)]">
            <li>
              <xsl:sequence select="v:class((current-group()[self::item]/@rend, if (self::label) then 'labelled' else ()))"/>
              <xsl:apply-templates select="current-group()" mode="v:flow"/>
            </li>
          </xsl:for-each-group>
        </ul>
      </xsl:if>
    </div>
  </xsl:template>

  <!-- <item>…</item> → its content: the li is made by the list. -->
  <xsl:template match="item" mode="v:flow" as="node()*">
    <xsl:choose>
      <xsl:when test="preceding-sibling::*[1][self::label]">
        <div class="item"><xsl:apply-templates mode="v:flow"/></div>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="v:flow"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- <label>DATE:</label> → <span class="label">DATE:</span> -->
  <xsl:template match="label" mode="v:flow" as="element(h:span)">
    <span class="label"><xsl:apply-templates mode="v:flow"/></span>
  </xsl:template>

  <!-- Whether an element begins a list item: a label, or an item that has none: label → true; the item behind it →
       false -->
  <xsl:function name="v:starts-item" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element/self::label)
        or exists($element/self::item[not(preceding-sibling::*[1][self::label])])"/>
  </xsl:function>

  <!-- A table scrolls by itself on a narrow screen; what stands between its rows gets a row:
       <table><row><cell>G</cell></row></table> → <section class="table"><table><tbody><tr><td>G</td>… -->
  <xsl:template match="table" mode="v:flow" as="element(h:section)">
    <section class="table" tabindex="0" aria-label="Table">
      <table>
        <xsl:for-each select="head">
          <caption><xsl:apply-templates mode="v:flow"/></caption>
        </xsl:for-each>
        <tbody>
          <xsl:for-each select="* except head">
            <tr>
              <xsl:for-each select="if (self::row) then cell else .">
                <td>
                  <xsl:if test="parent::table">
                    <xsl:attribute name="colspan" select="max((1, ../row/count(cell)))"/>
                  </xsl:if>
                  <xsl:apply-templates select="if (self::cell) then node() else ." mode="v:flow"/>
                </td>
              </xsl:for-each>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </section>
  </xsl:template>

  <!-- Speech. -->

  <!-- Dialogue: <sp><speaker>Falk:</speaker> <p>…</p></sp> → <div class="sp d1"> with the name run in. -->
  <xsl:template match="sp" mode="v:flow" as="element(h:div)">
    <div id="turn-{@v:turn}" data-voice="{@v:voice}">
      <xsl:sequence select="v:class(('sp', 'd' || v:colour(.)))"/>
      <xsl:apply-templates mode="v:flow"/>
    </div>
  </xsl:template>

  <!-- <speaker>Falk:</speaker> → <span class="speaker">, a link if the speaker is known -->
  <xsl:template match="speaker" mode="v:flow" as="element(h:span)">
    <span class="speaker">
      <xsl:choose>
        <xsl:when test="../@v:key and not(persName | rs)">
          <a href="{v:person-page(../@v:key)}"><xsl:apply-templates mode="v:flow"/></a>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates mode="v:flow"/>
        </xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:template>

  <!-- Reported speech; where a turn begins (or goes on in another paragraph) the speaker's name stands in the margin
       and is the address of the turn. Readers who listen are not told: the text says who speaks. -->
  <xsl:template match="said[@v:turn]" mode="v:flow" as="node()+">
    <xsl:if test="@v:label != 'none'">
      <a href="#turn-{@v:turn}" aria-hidden="true" tabindex="-1">
        <xsl:sequence select="v:class(('who', 'd' || v:colour(.), @v:label[. = 'again']))"/>
        <xsl:text>{@v:short}</xsl:text>
      </a>
    </xsl:if>
    <span data-voice="{@v:voice}">
      <xsl:if test="@v:label = 'new'">
        <xsl:attribute name="id" select="'turn-' || @v:turn"/>
      </xsl:if>
      <xsl:sequence select="v:class(('said', 'd' || v:colour(.), v:certainty(.)))"/>
      <xsl:apply-templates mode="v:flow"/>
    </span>
  </xsl:template>

  <!-- Speech in a speech, and quotations → <span class="quoted">; the marks are those of the text. -->
  <xsl:template match="said | q | quote" mode="v:flow" as="element(h:span)">
    <span class="quoted"><xsl:apply-templates mode="v:flow"/></span>
  </xsl:template>

  <!-- [Laughter]: <stage>[Laughter]</stage> → <span class="stage">[Laughter]</span> -->
  <xsl:template match="stage | incident" mode="v:flow" as="element(h:span)">
    <span class="stage"><xsl:apply-templates mode="v:flow"/></span>
  </xsl:template>

  <!-- The colour of the person that an element means, see pipeline/editions/colours.py; nobody's is 0. -->
  <xsl:function name="v:colour" as="xs:integer">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="($element/@v:key ! $v:hues(.), 0)[1]"/>
  </xsl:function>

  <!-- Names, places, dates, references. -->

  <!-- <persName v:key="falk">Falk</persName> → <a class="person" href="../persons/falk.html">Falk</a> -->
  <xsl:template match="(persName | rs)" mode="v:flow" as="element()">
    <xsl:sequence select="v:linked(., @v:key ! v:person-page(.), 'person')"/>
  </xsl:template>

  <!-- <placeName v:key="london">London</placeName> → <a class="place" href="../places/london.html">London</a> -->
  <xsl:template match="placeName" mode="v:flow" as="element()">
    <xsl:sequence select="v:linked(., @v:key ! ('../places/' || . || '.html'), 'place')"/>
  </xsl:template>

  <!-- <orgName v:key="nato">NATO</orgName> → <a class="org" href="../organizations/nato.html">NATO</a> -->
  <xsl:template match="orgName" mode="v:flow" as="element()">
    <xsl:sequence select="v:linked(., @v:key ! ('../organizations/' || . || '.html'), 'org')"/>
  </xsl:template>

  <!-- <date when="1959">1959</date> → <time datetime="1959" title="1959">; ranges have no @datetime in HTML -->
  <xsl:template match="date | time" mode="v:flow" as="element()">
    <time title="{v:dated(.)}">
      <xsl:if test="@when">
        <xsl:attribute name="datetime" select="@when"/>
      </xsl:if>
      <xsl:sequence select="v:class(('date', v:certainty(.)))"/>
      <xsl:apply-templates mode="v:flow"/>
    </time>
  </xsl:template>

  <!-- <ref target="memoir.xml"> → a link to the page of that document if it is part of the collection; addresses and
       places in the same document are links as they are; others only say where they point. -->
  <xsl:template match="ref" mode="v:flow" as="element()">
    <xsl:variable name="document" as="xs:string" select="replace(@target, '^.*?([^/]*?)\.xml.*$', '$1')"/>
    <xsl:sequence select="v:linked(.,
        if (matches(@target, '^https?://') or starts-with(@target, '#')) then string(@target)
        else if ($document = $v:documents) then $document || '.html'
        else (), 'reference')"/>
  </xsl:template>

  <!-- An inline element as a link; as a span where there is nothing to link to, in another link, and around a note,
       whose mark is a link of its own: (<placeName>London</placeName>, '../places/london.html', 'place') → <a
       class="place" href="…">London</a> -->
  <xsl:function name="v:linked" as="element()">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="address" as="xs:string?"/>
    <xsl:param name="class" as="xs:string"/>
    <xsl:variable name="link" as="xs:boolean" select="exists($address) and not(v:in-link($element) or $element//note)"/>
    <xsl:element name="{if ($link) then 'a' else 'span'}">
      <xsl:sequence select="v:class(($class, v:certainty($element)))"/>
      <xsl:if test="$link">
        <xsl:attribute name="href" select="$address"/>
      </xsl:if>
      <xsl:if test="v:certainty($element)[starts-with(., 'cert')]">
        <xsl:attribute name="title" select="'Found by machine with ' || $element/@cert || ' certainty'"/>
      </xsl:if>
      <xsl:apply-templates select="$element/node()" mode="v:flow"/>
    </xsl:element>
  </xsl:function>

  <!-- Whether an element stands where HTML allows no link: <ref target="a.xml">Doc. <pb n="2"/> 1</ref> → true for the pb -->
  <xsl:function name="v:in-link" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element/ancestor::*[self::ref or @v:key and (self::persName or self::rs or self::placeName or self::orgName)])"/>
  </xsl:function>

  <!-- How sure a claim is, as a class: cert="low" → 'cert-low'; resp="#ed" → 'reviewed'; neither → nothing -->
  <xsl:function name="v:certainty" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/@cert ! ('cert-' || .), $element/@resp ! 'reviewed'"/>
  </xsl:function>

  <!-- The page of a person, from the page of a document: 'falk' → '../persons/falk.html' -->
  <xsl:function name="v:person-page" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="'../persons/' || $key || '.html'"/>
  </xsl:function>

  <!-- Pages, notes, furniture. -->

  <!-- <pb n="559" xml:id="pg-559"/> → the number in the margin, a link to itself; in a link a mere number -->
  <xsl:template match="pb" mode="v:flow" as="element()">
    <xsl:variable name="id" as="xs:string" select="(@xml:id, 'pb-' || generate-id())[1]"/>
    <xsl:element name="{if (v:in-link(.)) then 'span' else 'a'}">
      <xsl:sequence select="v:class(('pb', v:certainty(.)))"/>
      <xsl:attribute name="id" select="$id"/>
      <xsl:if test="not(v:in-link(.))">
        <xsl:attribute name="href" select="'#' || $id"/>
        <xsl:attribute name="aria-label" select="'Page ' || @n"/>
      </xsl:if>
      <xsl:text>{(@n, '·')[1]}</xsl:text>
    </xsl:element>
  </xsl:template>

  <!-- A note → its number where it hangs; the printed mark in the diplomatic view. -->
  <xsl:template match="note" mode="v:flow" as="element()*">
    <xsl:if test="not(@v:floating)">
      <a class="noteref" id="ref-{@xml:id}" href="#{@xml:id}" role="doc-noteref" aria-label="Note {@v:n}">
        <span class="read">{@v:n}</span>
        <span class="dipl">{(@v:mark[. ne ''], '*')[1]}</span>
      </a>
    </xsl:if>
  </xsl:template>

  <!-- Furniture → only in the diplomatic view: a line of its own between blocks, else inline. -->
  <xsl:template match="fw | stamp" mode="v:flow" as="element()">
    <xsl:element name="{if (parent::div or parent::body) then 'div' else 'span'}">
      <xsl:sequence select="v:class(('dipl', 'fw', @type))"/>
      <xsl:apply-templates mode="v:flow"/>
    </xsl:element>
  </xsl:template>

  <!-- Where the text of a note is printed → a link to the note. -->
  <xsl:template match="ptr[@type = 'note']" mode="v:flow" as="element(h:a)">
    <xsl:variable name="note" as="element()?" select="id(substring-after(@target, '#'))"/>
    <a href="{@target}">[text of note {$note/@v:n}]</a>
  </xsl:template>

  <!-- lb → br -->
  <xsl:template match="lb" mode="v:flow" as="element(h:br)?">
    <xsl:if test="exists(preceding-sibling::node()[normalize-space()])">
      <br/>
    </xsl:if>
  </xsl:template>

  <!-- An omission, with its reason for those who ask: <gap reason="classified" …><desc>[1 line]</desc></gap> → <span
       class="gap" title="Omitted: classified">[1 line]</span> -->
  <xsl:template match="gap" mode="v:flow" as="element(h:span)">
    <span class="gap">
      <xsl:if test="@reason">
        <xsl:attribute name="title" select="string-join(('Omitted:', @reason, @quantity, @unit), ' ')"/>
      </xsl:if>
      <xsl:apply-templates mode="v:flow"/>
    </span>
  </xsl:template>

  <!-- The typography of the source and the hands of its editors. -->

  <!-- rend="bold italic" → <b><i>…</i></b> -->
  <xsl:template match="hi" mode="v:flow" as="node()*">
    <xsl:sequence select="v:emphasized(tokenize(@rend), node())"/>
  </xsl:template>

  <!-- The HTML elements for words of @rend. -->
  <xsl:variable name="v:emphasis" as="map(xs:string, xs:string)" select="
      map {
        'bold': 'b',
        'italic': 'i',
        'underscore': 'u',
        'superscript': 'sup',
        'subscript': 'sub'
      }"/>

  <!-- (('bold', 'italic'), text) → <b><i>text</i></b> -->
  <xsl:function name="v:emphasized" as="node()*">
    <xsl:param name="words" as="xs:string*"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:choose>
      <xsl:when test="empty($words)">
        <xsl:apply-templates select="$content" mode="v:flow"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="{($v:emphasis(head($words)), 'span')[1]}">
          <xsl:sequence select="v:emphasized(tail($words), $content)"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- choice → the editor's reading, in the diplomatic view what is printed. -->
  <xsl:template match="choice" mode="v:flow" as="element(h:span)+">
    <span class="dipl"><xsl:apply-templates select="(sic, orig, abbr)[1]" mode="v:flow"/></span>
    <span class="read corrected" title="Printed: {normalize-space((sic, orig, abbr)[1])}">
      <xsl:apply-templates select="(corr, reg, expan)[1]" mode="v:flow"/>
    </span>
  </xsl:template>

  <!-- <del>SECRET</del> → <del> -->
  <xsl:template match="del" mode="v:flow" as="element(h:del)">
    <del><xsl:apply-templates mode="v:flow"/></del>
  </xsl:template>

  <!-- <supplied>, <unclear>, <sic>, <g>, <add> → a span of that class -->
  <xsl:template match="supplied | unclear | sic | g | add | corr" mode="v:flow" as="element(h:span)">
    <span class="{local-name()}"><xsl:apply-templates mode="v:flow"/></span>
  </xsl:template>

  <!-- Helpers. -->

  <!-- xml:id → id -->
  <xsl:function name="v:id" as="attribute(id)?">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element/@xml:id">
      <xsl:attribute name="id" select="."/>
    </xsl:for-each>
  </xsl:function>

  <!-- ('speech', 'd1') → class="speech d1"; nothing → no attribute -->
  <xsl:function name="v:class" as="attribute(class)?">
    <xsl:param name="words" as="xs:string*"/>
    <xsl:if test="exists($words)">
      <xsl:attribute name="class" select="$words"/>
    </xsl:if>
  </xsl:function>

  <!-- The quiet sign behind a paragraph that links to it: ('p-1', 'paragraph') → <a class="permalink" href="#p-1" …>
       -->
  <xsl:function name="v:permalink" as="element(h:a)">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="what" as="xs:string"/>
    <a class="permalink" href="#{$id}" aria-label="Link to {$what}"></a>
  </xsl:function>

</xsl:stylesheet>
