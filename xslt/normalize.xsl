<?xml version="1.0" encoding="UTF-8"?>
<!--
  TEI → the same TEI with everything worked out that an edition needs, so that the renderers may assume one shape.
  Elements stay what they are; what is worked out stands in attributes of the namespace v:

      note          v:n (its number in the document), v:mark (the printed mark, its label is gone),
                    v:floating="yes" if it hangs nowhere in the text
      person        v:key, v:name, v:short, v:sort, v:group (see names.xsl)
      persName, rs, speaker, said, sp with a resolved @ref or @who
                    v:key of the person; said and sp also v:short
      said, sp      v:voice (the number of the speaker in the order of first speech, from 1; all unknown ones have the same),
                    v:turn (the number of the turn: a speaker's pieces until someone else speaks),
                    v:label="new" where a turn begins, "again" where it goes on in another paragraph, "none" elsewhere
      placeName, orgName with a @ref
                    v:key of the place or organization
      hi, del       @rend without the words open, middle and close: a cut claim looks like a whole one

  <said who="#falk" next="#s2">…</said> → <said who="#falk" next="#s2" v:key="falk" v:short="Falk" v:voice="1" v:turn="1"
  v:label="new">…</said>
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:verbale:xslt"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:import href="names.xsl"/>

  <!-- Copies: what is not named below stays as it is. -->
  <xsl:mode name="v:normalized" on-no-match="shallow-copy"/>

  <xsl:template match="TEI" mode="v:normalized" as="element(TEI)">
    <xsl:copy>
      <xsl:apply-templates select="@*, node()" mode="v:normalized">
        <xsl:with-param name="numbers" as="map(xs:string, xs:integer)" select="v:note-numbers(text[1])" tunnel="yes"/>
        <xsl:with-param name="turns" as="map(xs:string, map(xs:string, item()))" select="v:turns(text[1])" tunnel="yes"/>
        <xsl:with-param name="voices" as="xs:string*" select="distinct-values(text//(said | sp) ! v:speakers(.))" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:copy>
  </xsl:template>

  <!-- <person xml:id="falk" corresp="personography.xml#falk"> → the same with v:key="falk" v:name="Ada Falk" … -->
  <xsl:template match="person" mode="v:normalized" as="element(person)">
    <xsl:copy>
      <xsl:attribute name="v:key" select="v:person-key(.)"/>
      <xsl:attribute name="v:name" select="v:full-name(.)"/>
      <xsl:attribute name="v:short" select="v:short-name(.)"/>
      <xsl:attribute name="v:sort" select="v:sort-name(.)"/>
      <xsl:attribute name="v:group" select="v:delegation(.)"/>
      <xsl:apply-templates select="@*, node()" mode="v:normalized"/>
    </xsl:copy>
  </xsl:template>

  <!-- <persName ref="#falk"> → <persName ref="#falk" v:key="falk"> -->
  <xsl:template match="persName[@ref] | rs[@ref] | speaker[@ref]" mode="v:normalized" as="element()">
    <xsl:copy>
      <xsl:for-each select="v:person(@ref, .)">
        <xsl:attribute name="v:key" select="v:person-key(.)"/>
      </xsl:for-each>
      <xsl:apply-templates select="@*, node()" mode="v:normalized"/>
    </xsl:copy>
  </xsl:template>

  <!-- <placeName ref="placeography.xml#london"> → the same with v:key="london"; likewise for an organization -->
  <xsl:template match="(placeName | orgName)[contains(@ref, '#')]" mode="v:normalized" as="element()">
    <xsl:copy>
      <xsl:attribute name="v:key" select="v:entity-key(@ref, .)"/>
      <xsl:apply-templates select="@*, node()" mode="v:normalized"/>
    </xsl:copy>
  </xsl:template>

  <!-- See the example at the head of this file; a quotation within a speech has no turn of its own: <said
       who="#falk"> → <said who="#falk" v:key="falk" v:short="Falk" v:voice="1" …> -->
  <xsl:template match="said | sp" mode="v:normalized" as="element()">
    <xsl:param name="turns" as="map(xs:string, map(xs:string, item()))" tunnel="yes"/>
    <xsl:param name="voices" as="xs:string*" tunnel="yes"/>
    <xsl:variable name="turn" as="map(xs:string, item())?" select="$turns(generate-id())"/>
    <xsl:copy>
      <xsl:for-each select="v:person(@who, .)">
        <xsl:attribute name="v:key" select="v:person-key(.)"/>
      </xsl:for-each>
      <xsl:attribute name="v:short" select="v:speakers(.)"/>
      <xsl:attribute name="v:voice" select="index-of($voices, v:speakers(.))"/>
      <xsl:if test="exists($turn)">
        <xsl:attribute name="v:turn" select="$turn?number"/>
        <xsl:attribute name="v:label" select="$turn?label"/>
      </xsl:if>
      <xsl:apply-templates select="@*, node()" mode="v:normalized"/>
    </xsl:copy>
  </xsl:template>

  <!-- <note xml:id="fn2" n="1"><label>1</label>A copy.</note> → <note xml:id="fn2" n="1" v:n="2" v:mark="1">A copy.</note> -->
  <xsl:template match="text//note" mode="v:normalized" as="element(note)">
    <xsl:param name="numbers" as="map(xs:string, xs:integer)" tunnel="yes"/>
    <xsl:copy>
      <xsl:attribute name="v:n" select="$numbers(generate-id())"/>
      <xsl:attribute name="v:mark" select="normalize-space(label[1])"/>
      <xsl:if test="parent::div or parent::body or parent::list or parent::fw">
        <xsl:attribute name="v:floating" select="'yes'"/>
      </xsl:if>
      <xsl:if test="not(@xml:id)">
        <xsl:attribute name="xml:id" select="'note-' || $numbers(generate-id())"/>
      </xsl:if>
      <xsl:apply-templates select="@*, node() except label[1]" mode="v:normalized"/>
    </xsl:copy>
  </xsl:template>

  <!-- rend="bold open" → rend="bold" -->
  <xsl:template match="hi/@rend | del/@rend" mode="v:normalized" as="attribute(rend)">
    <xsl:attribute name="rend" select="tokenize(.)[not(. = ('open', 'middle', 'close'))]"/>
  </xsl:template>

  <!-- A document as all renderers take it, the root of a tree of its own so that keys work: <TEI>…</TEI> → see above -->
  <xsl:function name="v:normalized" as="element(TEI)?">
    <xsl:param name="tei" as="element(TEI)?"/>
    <xsl:variable name="normalized" as="document-node()">
      <xsl:document>
        <xsl:apply-templates select="$tei" mode="v:normalized"/>
      </xsl:document>
    </xsl:variable>
    <xsl:sequence select="$normalized/TEI"/>
  </xsl:function>

  <!-- Who speaks, for the margin: who="#falk #orsini" → 'Falk, Orsini'; who unknown → '?' -->
  <xsl:function name="v:speakers" as="xs:string">
    <xsl:param name="speech" as="element()"/>
    <xsl:variable name="names" as="xs:string*" select="
        tokenize($speech/@who) ! v:person(., $speech) ! v:short-name(.)"/>
    <xsl:sequence select="if (exists($names)) then string-join($names, ', ') else '?'"/>
  </xsl:function>

  <!-- The numbers of the notes of a text by generate-id: in the order in which they hang, from 1: two notes →
       map{'d1e5': 1, 'd1e9': 2} -->
  <xsl:function name="v:note-numbers" as="map(xs:string, xs:integer)">
    <xsl:param name="text" as="element(text)?"/>
    <xsl:map>
      <xsl:for-each select="$text//note">
        <xsl:map-entry key="generate-id()" select="position()"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <!-- The turns of a text by the generate-id of their pieces: Falk, Falk (next paragraph), Orsini, Falk →
       map{number: 1, label: 'new'}, map{1, 'again'}, map{2, 'new'}, map{3, 'new'} -->
  <xsl:function name="v:turns" as="map(xs:string, map(xs:string, item()))">
    <xsl:param name="text" as="element(text)?"/>
    <xsl:variable name="pieces" as="element()*" select="
        $text//(said | sp)[not(ancestor::said or ancestor::sp or ancestor::note or ancestor::fw)]"/>
    <xsl:iterate select="$pieces">
      <xsl:param name="turns" as="map(xs:string, map(xs:string, item()))" select="map {}"/>
      <xsl:param name="number" as="xs:integer" select="0"/>
      <xsl:param name="before" as="element()?" select="()"/>
      <xsl:on-completion>
        <xsl:sequence select="$turns"/>
      </xsl:on-completion>
      <xsl:variable name="same" as="xs:boolean" select="self::said and $before/self::said and @who = $before/@who"/>
      <xsl:variable name="label" as="xs:string" select="
          if (not($same)) then 'new' else if (.. is $before/..) then 'none' else 'again'"/>
      <xsl:variable name="now" as="xs:integer" select="if ($same) then $number else $number + 1"/>
      <xsl:next-iteration>
        <xsl:with-param name="turns" select="
            map:put($turns, generate-id(), map { 'number': $now, 'label': $label })"
            xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
        <xsl:with-param name="number" select="$now"/>
        <xsl:with-param name="before" select="."/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

</xsl:stylesheet>
