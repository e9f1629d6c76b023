<?xml version="1.0" encoding="UTF-8"?>
<!--
  What stands beside the text of a document: its date and source, its participants by delegation, the map of the
  conversation, and the switches. Everything is made from the normalized header and text. It needs names.xsl, dates.xsl,
  titles.xsl and flow.xsl.

      <listPerson type="delegation"><head>Norland</head> <person v:key="falk" v:name="Ada Falk">…</person></listPerson>
          →  <section class="delegation d1"><h3>Norland</h3> <ul><li><a href="../persons/falk.html">Ada Falk</a></li></ul></section>
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:v="urn:verbale:xslt"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Facts of the header → <div><dt>Date</dt><dd>9 November 1962</dd></div> … -->
  <xsl:template name="v:facts" as="element(h:dl)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="header" as="element(teiHeader)?" select="$tei/teiHeader[1]"/>
    <xsl:variable name="said" as="element(note)*" select="$header/fileDesc/notesStmt/note"/>
    <xsl:variable name="date" as="element(date)?" select="($header//creation/date)[1]"/>
    <xsl:variable name="ms" as="element(msDesc)?" select="($header//sourceDesc//msDesc)[1]"/>
    <dl class="facts">
      <xsl:sequence select="v:fact('Date', v:date-of($date))"/>
      <xsl:sequence select="v:fact('Place', v:joined(v:place($header)))"/>
      <xsl:sequence select="v:fact('Type', v:joined(v:type($header)))"/>
      <xsl:sequence select="v:fact('Subject', v:joined($header//keywords//term))"/>
      <xsl:sequence select="v:fact('Archive', v:joined($ms/msIdentifier/(repository | institution | collection | idno)))"/>
      <xsl:sequence select="v:fact('Classification', v:joined($said[@type = ('classification', 'handling')]))"/>
      <xsl:sequence select="v:fact('Drafted by', v:joined($said[@type = 'drafter']))"/>
      <xsl:sequence select="v:fact('Cleared by', v:joined($said[@type = 'clearance']))"/>
      <xsl:sequence select="v:fact('Approved by', v:joined($said[@type = 'approval']))"/>
      <xsl:sequence select="v:fact('Source', v:printed($header))"/>
    </dl>
  </xsl:template>

  <!-- ('Date', <time>…) → <div><dt>Date</dt><dd><time>…</dd></div>; nothing to say → nothing -->
  <xsl:function name="v:fact" as="element(h:div)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:if test="normalize-space(string-join($content))">
      <div><dt>{$name}</dt><dd><xsl:sequence select="$content"/></dd></div>
    </xsl:if>
  </xsl:function>

  <!-- The date of the document with its ground: <date when="1962-11-09">…<note>decimal file number</note></date> →
       <time datetime="1962-11-09">9 November 1962</time> <small>From: decimal file number</small> -->
  <xsl:function name="v:date-of" as="node()*">
    <xsl:param name="date" as="element(date)?"/>
    <xsl:if test="v:dated($date)">
      <time>
        <xsl:if test="$date/@when">
          <xsl:attribute name="datetime" select="$date/@when"/>
        </xsl:if>
        <xsl:text>{v:dated($date)}</xsl:text>
      </time>
      <xsl:for-each select="$date/note[1]">
        <small>From: {normalize-space()}</small>
      </xsl:for-each>
      <xsl:if test="$date/@cert[. != 'high']">
        <small class="sure">Certainty: {$date/@cert}</small>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <!-- Texts of elements, one after the other: (<repository>A</repository>, <idno>1</idno>) → 'A, 1' -->
  <xsl:function name="v:joined" as="text()?">
    <xsl:param name="items" as="item()*"/>
    <xsl:variable name="words" as="xs:string*" select="($items ! normalize-space(string(.)))[. ne '']"/>
    <xsl:if test="exists($words)">
      <xsl:value-of select="string-join($words, ', ')"/>
    </xsl:if>
  </xsl:function>

  <!-- Where the transcript comes from, linked if there is an address: <bibl>Volume V, <ref target="…">…</ref></bibl> →
       <a href="…">Volume V</a> -->
  <xsl:function name="v:printed" as="node()*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:for-each select="$header//sourceDesc/bibl[1]">
      <xsl:variable name="words" as="xs:string" select="replace(normalize-space(string-join(node() except ref)), '[,;]$', '')"/>
      <xsl:choose>
        <xsl:when test="ref/@target">
          <a href="{ref[1]/@target}">{($words[. ne ''], ref[1]/@target)[1]}</a>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="$words"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <!-- Participants by delegation, each with name and role. See the example at the head of this file: <listPerson …> →
       <section class="participants">… -->
  <xsl:template name="v:participants" as="element(h:section)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="lists" as="element(listPerson)*" select="
        $tei/teiHeader//particDesc/listPerson[not(@type = 'mentioned')][person]"/>
    <xsl:if test="exists($lists)">
      <section class="participants">
        <h2>Participants</h2>
        <xsl:for-each select="$lists">
          <section class="delegation d{if (@type = 'delegation') then v:colour(person[1]) else 0}">
            <xsl:for-each select="head">
              <h3>{normalize-space()}</h3>
            </xsl:for-each>
            <ul>
              <xsl:for-each select="person">
                <li>
                  <a class="person" href="../persons/{@v:key}.html">{@v:name}</a>
                  <xsl:if test="not(lower-case(v:role(.)) = ('', lower-case(@v:name)))">
                    <span class="role">{v:role(.)}</span>
                  </xsl:if>
                </li>
              </xsl:for-each>
            </ul>
          </section>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The map of the conversation: a row per speaker, a bar per turn, as wide as the turn is long. The rows are also
       the switch that dims all other speech: Falk 10 characters, Orsini 5, Falk 5 → a row with bars from 0 to 10 and
       15 to 20, a row with one from 10 to 15 -->
  <xsl:template name="v:conversation" as="element()?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="bars" as="element(v:bar)*" select="v:bars($tei/text[1])"/>
    <xsl:variable name="whole" as="xs:integer" select="xs:integer(sum($bars/@length))"/>
    <xsl:if test="count(distinct-values($bars/@voice)) gt 1">
      <fieldset class="conversation">
        <legend>Who speaks</legend>
        <div class="row everyone">
          <label><input type="radio" name="speaker" id="only-0" checked="checked"/><span>Everyone</span></label>
        </div>
        <xsl:for-each-group select="$bars" group-by="@voice">
          <xsl:variable name="share" as="xs:integer" select="
              xs:integer(round(100 * sum(current-group()/@length) div max(($whole, 1))))"/>
          <div class="row d{@colour}">
            <label><input type="radio" name="speaker" id="only-{@voice}"/><span>{@short}</span></label>
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {max(($whole, 1))} 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
              <xsl:for-each select="current-group()">
                <a href="#turn-{@turn}" tabindex="-1">
                  <rect x="{@start}" y="0" width="{@length}" height="10">
                    <title>{@short}: {@words} words</title>
                  </rect>
                </a>
              </xsl:for-each>
            </svg>
            <span class="share">{if ($share = 0) then '&lt; 1' else $share} %</span>
          </div>
        </xsl:for-each-group>
      </fieldset>
    </xsl:if>
  </xsl:template>

  <!-- The style rules that let the switch work without a script: one per speaker: two speakers →
       <style>:root:has(#only-1:checked) .text {color: dim} … -->
  <xsl:template name="v:speaker-rules" as="element(h:style)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="voices" as="xs:string*" select="distinct-values($tei/text[1]//*[@v:turn]/@v:voice)"/>
    <xsl:if test="count($voices) gt 1">
      <style>
        <xsl:for-each select="$voices">
          <xsl:variable name="on" as="xs:string" select="':root:has(#only-' || . || ':checked) .text'"/>
          <xsl:text>{$on}{{color:var(--dim)}}{$on} [data-voice="{.}"]{{color:var(--ink)}}</xsl:text>
        </xsl:for-each>
      </style>
    </xsl:if>
  </xsl:template>

  <!-- The turns of a text as bars: start and length in characters of speech: <said v:turn="1">no</said> <said
       v:turn="2">yes</said> → <v:bar turn="1" start="0" length="2"/> <v:bar turn="2" start="2" …/> -->
  <xsl:function name="v:bars" as="element(v:bar)*">
    <xsl:param name="text" as="element(text)?"/>
    <xsl:variable name="turns" as="element(v:bar)*">
      <xsl:for-each-group select="$text//*[@v:turn]" group-by="xs:integer(@v:turn)">
        <xsl:variable name="words" as="xs:string" select="normalize-space(string-join(current-group(), ' '))"/>
        <v:bar voice="{@v:voice}" short="{@v:short}" turn="{@v:turn}" colour="{v:colour(.)}"
            length="{string-length($words)}" words="{count(tokenize($words))}"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:iterate select="$turns">
      <xsl:param name="start" as="xs:integer" select="0"/>
      <v:bar start="{$start}">
        <xsl:sequence select="@*"/>
      </v:bar>
      <xsl:next-iteration>
        <xsl:with-param name="start" select="$start + xs:integer(@length)"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- The switches of a document page → <fieldset class="switches">Reading, Diplomatic, Certainty -->
  <xsl:template name="v:switches" as="element(h:fieldset)">
    <fieldset class="switches">
      <legend>View</legend>
      <label><input type="radio" name="view" id="view-reading" checked="checked"/><span>Reading</span></label>
      <label><input type="radio" name="view" id="view-diplomatic"/><span>Diplomatic</span></label>
      <label><input type="checkbox" id="show-certainty"/><span>Certainty</span></label>
      <p class="legend">
        <span class="cert-medium">medium</span><xsl:text> </xsl:text>
        <span class="cert-low">low</span><xsl:text> </xsl:text>
        <span class="reviewed">reviewed</span>
      </p>
    </fieldset>
  </xsl:template>

</xsl:stylesheet>
